import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signatureOf } from '../../../subgraphs/customer/clients/webhooks/sign';

type Verify = (rawBody: string, header: string, secret: string, now?: number) => unknown;

/** The code that docs/guide/webhooks.md gives third parties, as it stands there. */
function verifyOfTheGuide(): Verify {
  const guide = readFileSync(join(__dirname, '../../../docs/guide/webhooks.md'), 'utf8');
  const [, code] = /```js\n([\s\S]*?)```/.exec(guide)!;
  return new Function('require', `${code}; return verify;`)(require) as Verify;
}

const now = new Date('2026-03-02T10:00:00Z');
const body = '{"type":"CUSTOMER_CREATED","name":"Zoë"}';

describe('the guide’s code', () => {
  const verify = verifyOfTheGuide();
  const at = (seconds: number) => now.getTime() + seconds * 1_000;

  it('takes what we sign, with either secret while there are two', () => {
    const header = signatureOf(['new', 'old'], body, now);
    expect([verify(body, header, 'new', at(1)), verify(body, header, 'old', at(299))]).toEqual(
      Array(2).fill(JSON.parse(body)),
    );
  });

  it.each([
    ['another secret', () => verify(body, signatureOf(['new'], body, now), 'other', at(1))],
    ['another body', () => verify(`${body} `, signatureOf(['new'], body, now), 'new', at(1))],
    [
      'another time',
      () => verify(body, signatureOf(['new'], body, now).replace(/t=\d+/, `t=${at(2) / 1000}`), 'new', at(2)),
    ],
    ['what is sent again later', () => verify(body, signatureOf(['new'], body, now), 'new', at(301))],
    ['no signature', () => verify(body, `t=${at(0) / 1000}`, 'new', at(1))],
    ['nothing', () => verify(body, '', 'new', at(1))],
  ])('refuses %s', (_, attempt) => {
    expect(attempt).toThrow();
  });
});
