import { HttpAnswers } from '../../bench/load/http-answers';

const SIZED =
  'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n{"data":{"a":1}}';
const CHUNKED =
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{"data":\r\nc\r\n{"a":"ü"}}\n\r\n0\r\n\r\n';
const REFUSED = 'HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\n\r\n';

interface Read {
  status: number;
  body: string;
}

/** Feeds the bytes in pieces of the given size. */
function readIn(size: number, text: string): Read[] {
  const bytes = Buffer.from(text);
  const answers = new HttpAnswers();
  const found: Read[] = [];
  for (let at = 0; at < bytes.length; at += size)
    for (const { status, body } of answers.feed(bytes.subarray(at, at + size)))
      found.push({ status, body: body.toString('utf8') });
  return found;
}

describe('answers off a connection', () => {
  const sized = { status: 200, body: '{"data":{"a":1}}' };
  const chunked = { status: 200, body: '{"data":{"a":"ü"}}\n' };
  const refused = { status: 401, body: '' };

  it.each([1, 2, 7, 16, 1000])('are whole, however they were cut: %i bytes at a time', (size) => {
    expect(readIn(size, SIZED + CHUNKED + REFUSED + SIZED)).toEqual([sized, chunked, refused, sized]);
  });

  it('come when their last byte does, not before', () => {
    const answers = new HttpAnswers();
    const bytes = Buffer.from(CHUNKED);
    expect(answers.feed(bytes.subarray(0, -1))).toEqual([]);
    expect(answers.feed(bytes.subarray(-1))).toHaveLength(1);
  });

  it('with neither a length nor chunks are an error, and so is a chunk without a size', () => {
    expect(() => readIn(1000, 'HTTP/1.1 200 OK\r\n\r\n{}')).toThrow('neither a length nor chunks');
    expect(() => readIn(1000, 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n')).toThrow(
      'without its size',
    );
  });
});
