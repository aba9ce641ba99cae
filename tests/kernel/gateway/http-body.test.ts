import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { readJsonBody } from '../../../gateway/http/body';
import { json } from '../../../gateway/http/respond';
import { ask, serve } from './serve';

const MAX = 1_000;
const JSON_TYPE = { 'Content-Type': 'application/json' };

const echo = () =>
  serve(async (req, res) => json(res, 200, { echo: await readJsonBody(req, { maxBytes: MAX }) }));

const post = (url: string, body: string | Buffer, headers: Record<string, string> = JSON_TYPE) =>
  ask(url, { method: 'POST', headers, body });

/** Not `once` of node:events, which fails with the error that comes before. */
const closed = (req: IncomingMessage) => new Promise((resolve) => req.once('close', resolve));

const errorOf = (answer: { body: Buffer }) => JSON.parse(answer.body.toString()).errors[0];

describe('request bodies', () => {
  it('reads JSON, in whatever pieces it comes', async () => {
    await using server = await echo();
    const answer = await post(server.url, '{"name":"Ålesund"}', {
      'Content-Type': 'Application/JSON; charset="UTF-8"',
    });
    expect([answer.status, answer.body.toString()]).toEqual([200, '{"echo":{"name":"Ålesund"}}']);

    const body = Buffer.from('{"name":"Å"}');
    const split = body.indexOf(0x85);
    const socket = connect(server.port, '127.0.0.1').setNoDelay();
    socket.write(
      `POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    socket.write(body.subarray(0, split), () => socket.write(body.subarray(split)));
    const text = (await socket.toArray()).join('');
    expect(text).toContain('{"echo":{"name":"Å"}}');
  });

  it.each([
    ['an unfinished document', '{"a":'],
    ['nothing', ''],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ])('answers 400 to %s', async (_, body) => {
    await using server = await echo();
    const answer = await post(server.url, body);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toEqual({
      message: 'The request body is not valid JSON in UTF-8.',
      extensions: expect.objectContaining({
        code: 'BAD_INPUT',
        requestId: 'request-1',
        fields: [expect.objectContaining({ path: 'body', code: 'JSON' })],
      }),
    });
    expect(errorOf(answer).extensions).not.toHaveProperty('http');
  });

  it.each([
    ['no content type', {}],
    ['a form, which a page may send without a preflight', { 'Content-Type': 'text/plain' }],
    ['another charset', { 'Content-Type': 'application/json; charset=utf-16' }],
    ['a compressed body', { ...JSON_TYPE, 'Content-Encoding': 'gzip' }],
    ['a compressed body, brotli', { ...JSON_TYPE, 'Content-Encoding': 'br' }],
  ])('answers 415 to %s', async (_, headers) => {
    await using server = await echo();
    const answer = await post(server.url, gzipSync('{}'), headers);
    expect([answer.status, errorOf(answer).extensions.code]).toEqual([415, 'BAD_INPUT']);
  });

  it('takes a body of the allowed size and answers 413 to one byte more, announced or not', async () => {
    await using server = await echo();
    const sized = (bytes: number) => JSON.stringify('x'.repeat(bytes - 2));
    expect((await post(server.url, sized(MAX))).status).toBe(200);
    const announced = await post(server.url, sized(MAX + 1));
    expect([announced.status, announced.headers.connection]).toEqual([413, 'close']);
    expect(errorOf(announced).extensions).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', allowed: MAX });
    const chunked = await post(server.url, sized(MAX + 1), { ...JSON_TYPE, 'Transfer-Encoding': 'chunked' });
    expect(chunked.status).toBe(413);
  });

  it('answers at once, and closes, when far too much is announced', async () => {
    await using server = await echo();
    const socket = connect(server.port, '127.0.0.1');
    socket.write(
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 900000000\r\n\r\n',
    );
    const text = (await socket.toArray()).join('');
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('does not wait for the end of what is far too large already', async () => {
    await using server = await echo();
    const socket = connect(server.port, '127.0.0.1');
    const sent = 'x'.repeat(MAX * 5);
    socket.write(
      `POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${sent.length.toString(16)}\r\n${sent}\r\n`,
    );
    const text = (await socket.toArray()).join('');
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('stops reading a stream without end', async () => {
    await using server = await echo();
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => socket.destroy());
    socket.write(
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    const chunk = `1000\r\n${'x'.repeat(0x1000)}\r\n`;
    const pump = () => {
      while (socket.writable && socket.write(chunk));
    };
    socket.on('drain', pump);
    pump();
    await new Promise((resolve) => socket.once('close', resolve).resume());
    expect(socket.bytesWritten).toBeLessThan(50_000_000);
  });

  it.each([
    ['while the body is read', async () => undefined],
    ['before the body is read', closed],
  ])('tells that the client left, %s', async (_, before) => {
    let tell: (code: Promise<unknown>) => void;
    const told = new Promise((resolve) => {
      tell = resolve;
    });
    await using server = await serve(async (req) => {
      await before(req);
      tell(readJsonBody(req, { maxBytes: MAX }).catch((error) => error.extensions.fields[0].code));
    });
    const socket = connect(server.port, '127.0.0.1');
    socket.write(
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"a"',
    );
    socket.end();
    expect(await told).toBe('INCOMPLETE');
  });

  it('goes on serving after a client left in the middle', async () => {
    await using server = await echo();
    const socket = connect(server.port, '127.0.0.1');
    socket.write(
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"a"',
    );
    socket.end();
    await new Promise((resolve) => socket.once('close', resolve).resume());
    expect((await post(server.url, '1')).status).toBe(200);
  });
});
