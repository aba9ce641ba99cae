import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { problemsOf } from './customers.fixtures';
import { putInState } from './job-cards.fixtures';
import { addService, eur, openWorkshop, servicesOf, takeOn, type Workshop, workOf } from './jobs.fixtures';

const graph = useGraph();
let work: Workshop;
let technician: GraphClient;
beforeAll(async () => {
  work = await openWorkshop(graph);
  technician = work.technician.client;
});

const FULL = `id version name description quantity labourHours pricing unitPrice { amount currency }
  amount { minorUnits currency } taxCategory status skipReason startedAt finishedAt finishedBy { id }
  serviceItem { id code } additionalService { id } clockedHours`;

async function read(id: string, client = work.manager.client) {
  const { jobCard } = await client.ask<{ jobCard: { services: Record<string, unknown>[] } }>(
    `query ($id: ID!) { jobCard(id: $id) { services { ${FULL} } } }`,
    { id },
  );
  return jobCard.services;
}

async function item(input: Record<string, unknown> = {}): Promise<string> {
  const { createServiceItem } = await work.shop.admin.client.ask<{ createServiceItem: { id: string } }>(
    'mutation ($input: CreateServiceItemInput!) { createServiceItem(input: $input) { id } }',
    {
      input: {
        code: `I${Math.random().toString(36).slice(2, 10)}`,
        name: 'Oil change',
        description: 'Oil and filter.',
        labourMinutes: 50,
        price: eur('89.90'),
        taxCategory: 'S',
        ...input,
      },
    },
  );
  return createServiceItem.id;
}

const added = async (id: string, input: Record<string, unknown> = {}, client = technician) =>
  (await addService(client, id, input)).data.addJobService;

describe('a service', () => {
  it('comes from the catalogue with a copy of what is said there', async () => {
    const id = await takeOn(work);
    const serviceItemId = await item();
    const { id: service } = await added(id, { name: undefined, serviceItemId });
    await work.shop.admin.client.ask(
      'mutation ($id: ID!, $input: UpdateServiceItemInput!) { updateServiceItem(id: $id, input: $input) { id } }',
      { id: serviceItemId, input: { name: 'Dearer oil', price: eur('99.90') } },
    );
    expect(await read(id)).toEqual([
      {
        id: service,
        version: 1,
        name: 'Oil change',
        description: 'Oil and filter.',
        quantity: '1',
        labourHours: '0.8333',
        pricing: 'FIXED',
        unitPrice: eur('89.90'),
        amount: { minorUnits: 8990, currency: 'EUR' },
        taxCategory: 'S',
        status: 'PENDING',
        skipReason: null,
        startedAt: null,
        finishedAt: null,
        finishedBy: null,
        serviceItem: { id: serviceItemId, code: expect.any(String) },
        additionalService: null,
        clockedHours: '0',
      },
    ]);
  });

  it('is put in words, and says everything otherwise than the catalogue does', async () => {
    const id = await takeOn(work);
    const serviceItemId = await item();
    await added(id, { name: ' Weld the exhaust ' });
    await added(id, {
      name: 'Oil, twice',
      description: 'Both engines.',
      serviceItemId,
      quantity: '2.50',
      labourHours: '0.5',
      unitPrice: eur('10.01'),
      taxCategory: 'Z',
    });
    expect(await read(id)).toMatchObject([
      { name: 'Weld the exhaust', quantity: '1', labourHours: null, unitPrice: null, amount: null },
      {
        name: 'Oil, twice',
        description: 'Both engines.',
        quantity: '2.5',
        labourHours: '0.5',
        amount: { minorUnits: 2503 },
        taxCategory: 'Z',
      },
    ]);
  });

  it('costs by the hour what its hours come to, rounded once', async () => {
    const id = await takeOn(work);
    const hourly = { pricing: 'HOURLY', unitPrice: eur('75.55') };
    await added(id, { ...hourly, labourHours: '0.3333', quantity: '3' });
    expect(await read(id)).toMatchObject([{ pricing: 'HOURLY', amount: { minorUnits: 7554 } }]);
    const before = await workOf(graph, work.shop);
    expect(problemsOf(await addService(technician, id, hourly))).toEqual(['labourHours: REQUIRED']);
    expect(await workOf(graph, work.shop)).toEqual(before);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['nothing to say what it is', { name: undefined }, 'name: REQUIRED'],
    ['a blank name', { name: ' ' }, 'name: MATCHES'],
    ['no quantity', { quantity: '0' }, 'quantity: MATCHES'],
    ['a quantity below zero', { quantity: '-1' }, 'quantity: MATCHES'],
    ['a quantity in words', { quantity: '1e3' }, 'quantity: MATCHES'],
    ['hours below zero', { labourHours: '-0.5' }, 'labourHours: MATCHES'],
    ['a price below zero', { unitPrice: eur('-0.01') }, 'unitPrice.amount: MIN'],
    [
      'another currency',
      { unitPrice: { amount: '1.00', currency: 'USD' } },
      'unitPrice.currency: OTHER_CURRENCY',
    ],
    [
      'more money than there is',
      { unitPrice: eur('9999999999.99'), quantity: '999999' },
      'unitPrice.amount: OUT_OF_RANGE',
    ],
    [
      'what the catalogue does not have',
      { serviceItemId: '00000000-0000-4000-8000-000000000000' },
      'serviceItemId: UNKNOWN',
    ],
  ])('is not added with %s', async (_, input, problem) => {
    const id = await takeOn(work);
    const before = await workOf(graph, work.shop);
    expect(problemsOf(await addService(technician, id, input))).toEqual([problem]);
    expect(await workOf(graph, work.shop)).toEqual(before);
  });

  it('is not one that the service centre does not offer, or nobody any more', async () => {
    const id = await takeOn(work);
    const elsewhere = await item({ serviceCentreIds: [work.shop.centres[1]] });
    const gone = await item();
    await work.shop.admin.client.ask(
      'mutation ($id: ID!) { updateServiceItem(id: $id, input: { active: false }) { id } }',
      { id: gone },
    );
    for (const serviceItemId of [elsewhere, gone])
      expect(problemsOf(await addService(work.shop.admin.client, id, { serviceItemId }))).toEqual([
        'serviceItemId: NOT_OFFERED',
      ]);
  });

  it('is added once per key, and not to a job that is over', async () => {
    const id = await takeOn(work);
    const input = { idempotencyKey: `service of ${id}` };
    const [first, again] = [await added(id, input), await added(id, input)];
    expect(again.id).toBe(first.id);
    const other = await addService(technician, id, { ...input, name: 'Another' });
    expect(other.code).toBe('IDEMPOTENCY_MISMATCH');
    for (const state of ['COMPLETED', 'DELIVERED', 'CANCELLED']) {
      await putInState(graph, id, state, work.technician.id);
      const answer = await addService(technician, id);
      expect(answer.errors[0]!.extensions).toMatchObject({ code: 'CONFLICT', reason: 'JOB_OVER' });
    }
    expect(await servicesOf(technician, id)).toHaveLength(1);
  });

  it('is one of a hundred at most', async () => {
    const id = await takeOn(work);
    await graph.sql(
      `insert into workshop.job_service (organisation_id, id, version, created_at, updated_at, job_card_id, name,
         quantity, pricing, status)
       select organisation_id, gen_random_uuid(), 1, now(), now(), id, 'Many', 1, 'FIXED', 'PENDING'
       from workshop.job_card, generate_series(1, 100) where id = $1`,
      [id],
    );
    expect(problemsOf(await addService(technician, id))).toEqual(['input: TOO_MANY']);
  });
});
