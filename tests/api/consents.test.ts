import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { accountOf, auditOf, problemsOf } from './customers.fixtures';
import { consent, messagesOf, reachableCustomer, sendMessage } from './messages.fixtures';

/** No credentials: what may be sent is QUEUED or KEPT, what must not is SUPPRESSED. */
const graph = useGraph();

let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

type Said = [purpose: 'SERVICE' | 'MARKETING', given: boolean, channel?: string];

const MATRIX: readonly [string, Said[], string | null, string | null][] = [
  ['nothing', [], null, 'NO_CONSENT'],
  ['yes to advertising', [['MARKETING', true]], null, null],
  ['no to advertising', [['MARKETING', false]], null, 'NO_CONSENT'],
  [
    'yes, then no, to advertising',
    [
      ['MARKETING', true],
      ['MARKETING', false],
    ],
    null,
    'NO_CONSENT',
  ],
  ['no to everything', [['SERVICE', false]], 'CONSENT_WITHDRAWN', 'CONSENT_WITHDRAWN'],
  [
    'yes to advertising and no to everything',
    [
      ['MARKETING', true],
      ['SERVICE', false],
    ],
    'CONSENT_WITHDRAWN',
    'CONSENT_WITHDRAWN',
  ],
  [
    'no, then yes, to everything',
    [
      ['SERVICE', false],
      ['SERVICE', true],
    ],
    null,
    'NO_CONSENT',
  ],
  ['no to everything on another channel', [['SERVICE', false, 'EMAIL']], null, 'NO_CONSENT'],
  ['yes to advertising on another channel', [['MARKETING', true, 'WHATSAPP']], null, 'NO_CONSENT'],
];

describe('to a customer who said', () => {
  test.each(MATRIX)('%s', async (_, said, service, marketing) => {
    const { id } = await reachableCustomer(shop.admin.client);
    for (const [purpose, given, channel = 'SMS'] of said)
      expect(
        (await consent(shop.admin.client, { customerId: id, purpose, given, channel })).code,
      ).toBeUndefined();
    const against = async (purpose: string) =>
      (await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS', purpose })).data.sendMessage
        .suppressedBecause;
    expect([await against('SERVICE'), await against('MARKETING')]).toEqual([service, marketing]);
  });
});

const RECORD = `mutation ($input: RecordConsentInput!) { recordConsent(input: $input) {
  id channel purpose given source evidence occurredAt } }`;

describe('a consent', () => {
  it('is kept with what shows it, sealed, audited, and once for one key', async () => {
    const { id } = await reachableCustomer(shop.admin.client);
    const input = {
      customerId: id,
      channel: 'EMAIL',
      purpose: 'MARKETING',
      given: true,
      source: 'FORM',
      evidence: 'Form 17, signed at the desk',
      occurredAt: '2026-01-02T03:04:05.000Z',
      idempotencyKey: `consent-${id}`,
    };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        shop.admin.client.ask<{ recordConsent: { id: string } }>(RECORD, { input }),
      ),
    );
    const { customerId, idempotencyKey, ...shown } = input;
    expect(answers[0]!.recordConsent).toMatchObject(shown);
    expect(new Set(answers.map(({ recordConsent }) => recordConsent.id)).size).toBe(1);
    const rows = await graph.sql<{ evidence: string }>(
      'select evidence from customer.consent where customer_id = $1',
      [customerId],
    );
    expect(rows).toEqual([{ evidence: expect.stringMatching(/^v1\.k1\./) }]);
    const [entry] = await auditOf(graph, answers[0]!.recordConsent.id);
    expect(entry).toMatchObject({ action: 'create', actor_id: shop.admin.id, new_values: { given: true } });
    expect(idempotencyKey).toBeTruthy();
  });

  it('counts by when it was said, not by when it was written down', async () => {
    const { id } = await reachableCustomer(shop.admin.client);
    await consent(shop.admin.client, { customerId: id, given: false, occurredAt: '2026-03-01T00:00:00Z' });
    await consent(shop.admin.client, { customerId: id, given: true, occurredAt: '2026-02-01T00:00:00Z' });
    const { data } = await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS' });
    expect(data.sendMessage.suppressedBecause).toBe('CONSENT_WITHDRAWN');
  });

  it('is recorded by customers of themselves, and of nobody else', async () => {
    const { id } = await reachableCustomer(shop.admin.client);
    const { id: other } = await reachableCustomer(shop.admin.client);
    const account = await accountOf(graph, shop, id);
    expect((await consent(account.client, { customerId: id, source: 'PORTAL' })).code).toBeUndefined();
    expect(problemsOf(await consent(account.client, { customerId: id, source: 'PHONE' }))).toEqual([
      'source: PORTAL',
    ]);
    expect((await consent(account.client, { customerId: other, source: 'PORTAL' })).code).toBe('NOT_FOUND');
    const { me } = await account.client.ask<{ me: { customer: { consents: object[] } } }>(
      '{ me { customer { consents { given } } } }',
    );
    expect(me.customer.consents).toEqual([{ given: false }]);
  });

  it.each([
    ['the future', { occurredAt: '2090-01-01T00:00:00Z' }, 'occurredAt: FUTURE'],
    ['a reply that nobody sent', { source: 'REPLY' }, 'source: REPLY'],
    ['an account that is not theirs', { source: 'PORTAL' }, 'source: PORTAL'],
  ])('is not taken from %s', async (_, input, problem) => {
    const { id } = await reachableCustomer(shop.admin.client);
    expect(problemsOf(await consent(shop.admin.client, { customerId: id, ...input }))).toEqual([problem]);
    expect(await graph.sql('select from customer.consent where customer_id = $1', [id])).toEqual([]);
  });

  it('that is withdrawn keeps back what waits', async () => {
    const { id } = await reachableCustomer(shop.admin.client);
    await sendMessage(shop.admin.client, { customerId: id, channel: 'SMS' });
    await untilIdle(graph, shop.id);
    await graph.sql("update customer.message set state = 'QUEUED' where customer_id = $1", [id]);
    await consent(shop.admin.client, { customerId: id });
    expect(await messagesOf(shop.admin.client, { customerId: id })).toEqual([
      expect.objectContaining({ state: 'SUPPRESSED', suppressedBecause: 'CONSENT_WITHDRAWN' }),
    ]);
  });

  it('cannot be changed by the program, which may only add', async () => {
    const grants = await graph.sql<{ privilege_type: string }>(
      `select distinct privilege_type from information_schema.role_table_grants
       where table_schema = 'customer' and table_name = 'consent' and grantee = 'liftbay_customer'`,
    );
    expect(grants.map((row) => row.privilege_type).sort()).toEqual(['INSERT', 'SELECT']);
  });
});
