import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { type Buyer, billingKept, billingShop, buyer, euro, labour, refusal } from './billing.fixtures';
import { accountOf, eventsOf } from './customers.fixtures';
import { QUOTE, quote, quotedTo, send, take } from './quotations.fixtures';

const FIFTY = Array.from({ length: 50 }, (_, n) => n);

const graph = useGraph();
let shop: Shop;
let manager: Member;
let client: GraphClient;
let who: Buyer;
let customer: Member;
beforeAll(async () => {
  shop = await billingShop(graph, { centres: 1 });
  manager = await shop.staff('MANAGER');
  client = manager.client;
  who = await buyer(client, { firstName: 'Elena', lastName: 'Rossi' });
  customer = await accountOf(graph, shop, who.customerId);
});

const READ = `query ($id: ID!) { quotation(id: $id) { status convertedTo { kind convertedAt
  serviceRequest { id number description estimatedCost { amount currency } } } } }`;
const read = async (id: string): Promise<Record<string, unknown>> =>
  (await client.ask<{ quotation: Record<string, unknown> }>(READ, { id })).quotation;

describe('refused, with nothing changed', () => {
  it.each<[string, Record<string, unknown>, string]>([
    [
      'another organisation’s customer',
      { customerId: '01234567-89ab-7def-8123-456789abcdef' },
      'input.customerId: UNKNOWN',
    ],
    [
      'another organisation’s vehicle',
      { vehicleId: '01234567-89ab-7def-8123-456789abcdef' },
      'input.vehicleId: UNKNOWN',
    ],
    ['a lead that is not there', { leadId: '01234567-89ab-7def-8123-456789abcdef' }, 'input.leadId: UNKNOWN'],
    [
      'nobody’s technician',
      { technicianId: '01234567-89ab-7def-8123-456789abcdef' },
      'input.technicianId: UNKNOWN',
    ],
    ['a day that has passed', { validUntil: '2020-01-01' }, 'input.validUntil: PAST'],
    [
      'a negative price',
      { lines: [labour({ unitPrice: euro('-1.00') })] },
      'input.lines.0.unitPrice.amount: NEGATIVE',
    ],
    ['two discounts', { discount: euro('1.00'), discountPercent: '1' }, 'input.discount: ONE_DISCOUNT'],
    ['more off than there is', { discount: euro('100.01') }, 'input.discount: DISCOUNT_ABOVE_TOTAL'],
  ])('%s', async (_, input, code) => {
    const before = await billingKept(graph, shop);
    const answer = await send(client, 'create', { input: { ...who, lines: [labour()], ...input } });
    expect(refusal(answer)).toBe(code);
    expect(await billingKept(graph, shop)).toEqual(before);
  });

  it('an empty one is not approved, and steps are taken in their order', async () => {
    const empty = await quote(client, { lines: [] }, who);
    expect(refusal(await send(client, 'approve', { id: empty.id }))).toBe('id: EMPTY');
    for (const step of ['send', 'accept'] as const)
      expect(refusal(await send(client, step, { id: empty.id }))).toBe('INVALID_TRANSITION');
    const approved = await quotedTo(client, 'APPROVED', {}, who);
    expect(refusal(await send(client, 'update', { id: approved.id, input: { notes: 'x' } }))).toBe(
      'CONFLICT',
    );
    expect(refusal(await send(client, 'addLine', { id: approved.id, input: labour() }))).toBe('CONFLICT');
    expect(refusal(await send(client, 'send', { id: approved.id, expectedVersion: 1 }))).toBe('CONFLICT');
  });

  it('whoever may not: each step is for its own roles', async () => {
    const { id } = await quotedTo(client, 'SENT', {}, who);
    const before = await billingKept(graph, shop);
    const refusals = async (role: string) => {
      const { client: as } = await shop.staff(role);
      const steps = ['approve', 'send', 'accept', 'reject'] as const;
      return Promise.all(steps.map(async (step) => refusal(await send(as, step, { id }))));
    };
    const no = 'FORBIDDEN';
    expect(await refusals('RECEPTIONIST')).toEqual([no, no, no, no]);
    expect(await refusals('ACCOUNTANT')).toEqual([no, no, no, no]);
    expect(await refusals('TECHNICIAN')).toEqual([no, no, no, no]);
    const advisor = await shop.staff('ADVISOR');
    expect(refusal(await send(advisor.client, 'approve', { id }))).toBe(no);
    const elsewhere = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
    for (const step of ['approve', 'send', 'accept', 'reject'] as const)
      expect(refusal(await send(elsewhere.client, step, { id }))).toBe('NOT_FOUND');
    const stranger = await graph.shop();
    expect(refusal(await send(stranger.admin.client, 'accept', { id }))).toBe('NOT_FOUND');
    expect(await billingKept(graph, shop)).toEqual(before);
  });
});

describe('what an accepted one becomes', () => {
  const convert = (id: string, to = 'SERVICE_REQUEST', as = client) => send(as, 'convert', { id, to });

  it('a service request, with what was offered and for how much', async () => {
    const { id, number } = await quotedTo(client, 'ACCEPTED', {}, who);
    await take(client, 'convert', { id, to: 'SERVICE_REQUEST' });
    const { convertedTo } = (await read(id)) as { convertedTo: { serviceRequest: { id: string } } };
    expect(convertedTo).toEqual({
      kind: 'SERVICE_REQUEST',
      convertedAt: expect.any(String),
      serviceRequest: {
        id: expect.any(String),
        number: expect.stringMatching(/^SR-/),
        description: `${number}:\n2 × Work on the brakes`,
        estimatedCost: euro('122.00'),
      },
    });
    expect((await eventsOf(graph, id)).at(-1)).toBe('QuotationConverted');
    const kept = await billingKept(graph, shop);
    await take(client, 'convert', { id, to: 'SERVICE_REQUEST' });
    expect(refusal(await convert(id, 'COUNTER_ORDER', shop.admin.client))).toBe('CONFLICT');
    expect(await billingKept(graph, shop)).toEqual(kept);
  });

  it('nothing before it is accepted, nothing without a vehicle, and nothing by who may not make that', async () => {
    const sent = await quotedTo(client, 'SENT', {}, who);
    expect(refusal(await convert(sent.id))).toBe('CONFLICT');
    const none = await quotedTo(client, 'ACCEPTED', { vehicleId: null }, who);
    expect(refusal(await convert(none.id))).toBe('id: NO_VEHICLE');
    const [row] = await graph.sql('select conversion_kind from billing.quotation where id = $1', [none.id]);
    expect(row).toEqual({ conversion_kind: null });
    expect(refusal(await convert(none.id, 'SERVICE_REQUEST', customer.client))).toBe('FORBIDDEN');
  });

  it('after a failure half-way: what is there is taken up', async () => {
    const { id } = await quotedTo(client, 'ACCEPTED', {}, who);
    await take(client, 'convert', { id, to: 'SERVICE_REQUEST' });
    await graph.sql(
      'update billing.quotation set converted_to_id = null, converted_at = null where id = $1',
      [id],
    );
    await take(client, 'convert', { id, to: 'SERVICE_REQUEST' });
    const [requests] = await graph.sql<{ count: string }>(
      `select count(*) from workshop.service_request where organisation_id = $1
         and description like (select q.number || ':%' from billing.quotation q where q.id = $2)`,
      [shop.id, id],
    );
    expect(requests!.count).toBe('1');
  });

  it('fifty at once make one request', async () => {
    const { id, number } = await quotedTo(client, 'ACCEPTED', {}, who);
    const answers = await Promise.all(FIFTY.map(() => convert(id)));
    expect(answers.filter(({ errors }) => errors.length)).toEqual([]);
    const [requests] = await graph.sql<{ count: string }>(
      "select count(*) from workshop.service_request where organisation_id = $1 and description like $2 || ':%'",
      [shop.id, number],
    );
    expect(requests!.count).toBe('1');
    expect((await eventsOf(graph, id)).filter((name) => name === 'QuotationConverted')).toHaveLength(1);
  });
});

it('fifty at once who accept and reject: it is one of the two, and told of once', async () => {
  const { id } = await quotedTo(client, 'SENT', {}, who);
  const answers = await Promise.all(
    FIFTY.map((n) => client.send(n % 2 ? QUOTE.accept : QUOTE.reject, { id })),
  );
  const { status } = (await read(id)) as { status: string };
  const refused = answers.filter(({ errors }) => errors.length);
  expect(refused).toHaveLength(25);
  for (const answer of refused) expect(answer.code).toBe('INVALID_TRANSITION');
  const decisions = (await eventsOf(graph, id)).slice(3);
  expect(decisions).toEqual([status === 'ACCEPTED' ? 'QuotationAccepted' : 'QuotationRejected']);
});
