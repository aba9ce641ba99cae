import type { GraphAnswer } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member } from '../harness/shop';
import { until } from '../harness/until';
import {
  BILLED,
  type Billed,
  billingKept,
  CANCEL_INVOICE,
  issue,
  ratesEntered,
  refusal,
} from './billing.fixtures';
import { accountOf, eventsOf } from './customers.fixtures';
import { openJob, openPartsShop, type PartsShop, run, untilQuiet } from './job-parts.fixtures';
import { addService, decide, done, IN_PERSON, moveService, proposed, servicesOf } from './jobs.fixtures';
import { stocked } from './stock.fixtures';

const FIFTY = Array.from({ length: 50 }, (_, n) => n);

const graph = useGraph();
let place: PartsShop;
let manager: Member;
let technician: Member;
beforeAll(async () => {
  place = await openPartsShop(graph);
  ({ manager, technician } = place);
  await ratesEntered(graph, place.shop);
});

const eur = (amount: string) => ({ amount, currency: 'EUR' });

/** A job of the technician’s, begun; with one service that is done. */
async function workOn(): Promise<string> {
  const id = await openJob(place, technician);
  await done(technician.client, 'startJobCard', id);
  await doService(id, { name: 'Oil change', unitPrice: eur('80.00') });
  return id;
}

async function doService(jobCardId: string, input: Record<string, unknown>): Promise<void> {
  const { data } = await addService(manager.client, jobCardId, input);
  await finish(data.addJobService.id);
}

async function finish(id: string): Promise<void> {
  for (const command of ['startJobService', 'completeJobService'])
    expect((await moveService(technician.client, command, id)).code).toBeUndefined();
}

const complete = async (id: string): Promise<void> => {
  await done(technician.client, 'completeJobCard', id);
};

const FROM_JOB = `mutation ($id: ID!) { createInvoiceFromJobCard(jobCardId: $id) { ${BILLED} } }`;
const bill = (client: Member['client'], id: string) =>
  client.send<{ createInvoiceFromJobCard: Billed } | null>(FROM_JOB, { id });
const billed = ({ data }: GraphAnswer<{ createInvoiceFromJobCard: Billed } | null>) =>
  data!.createInvoiceFromJobCard;

const OF_JOB = `query ($id: ID!) { jobCard(id: $id) { invoice { id status customer { id } vehicle { id } serviceCentre { id }
  createdBy { id } jobCard { id } net { amount } tax { amount }
  lines { type code description quantity unitPrice { amount } net { amount } taxPercent serviceItemId partId } } } }`;
const invoiceOf = async (id: string) =>
  (await manager.client.ask<{ jobCard: { invoice: Record<string, unknown> | null } }>(OF_JOB, { id })).jobCard
    .invoice;
const drafted = (id: string): Promise<void> =>
  until('the job is billed', async () => (await invoiceOf(id)) !== null);

/** All of it that a bill can be made of, and all that it is not. */
async function wholeJob() {
  const part = await stocked(manager.client, place.store, '10', {
    name: 'Oil filter',
    sku: 'OF-1',
    price: eur('12.50'),
  });
  const jobCardId = await workOn();
  await doService(jobCardId, {
    name: 'Brakes, by the hour',
    quantity: '1',
    labourHours: '1.3333',
    pricing: 'HOURLY',
    unitPrice: eur('60.00'),
  });
  await doService(jobCardId, { name: 'Washed, for nothing' });
  const skipped = await addService(manager.client, jobCardId, { name: 'Not done', unitPrice: eur('500.00') });
  await moveService(technician.client, 'skipJobService', skipped.data.addJobService.id);
  const offer = await proposed(technician.client, jobCardId);
  await decide(manager.client, offer, IN_PERSON);
  const discs = (await servicesOf(manager.client, jobCardId)).find(({ name }) => name === 'Discs, front')!;
  await finish(discs.id);
  const asked = await run(technician.client, 'request', jobCardId, { partId: part.partId, quantity: '3' });
  await run(technician.client, 'issue', jobCardId, { id: asked.id });
  await run(technician.client, 'return', jobCardId, { id: asked.id, quantity: '1' });
  return { jobCardId, partId: part.partId };
}

it('a completed job makes a draft of what was done, what was approved, and the parts that were used', async () => {
  const { jobCardId, partId } = await wholeJob();
  expect(await invoiceOf(jobCardId)).toBeNull();
  await complete(jobCardId);
  await drafted(jobCardId);
  const line = (
    type: string,
    description: string,
    quantity: string,
    price: string,
    net: string,
    more: object = {},
  ) => ({
    type,
    code: null,
    description,
    quantity,
    unitPrice: { amount: price },
    net: { amount: net },
    taxPercent: '22',
    serviceItemId: null,
    partId: null,
    ...more,
  });
  expect(await invoiceOf(jobCardId)).toEqual({
    id: expect.any(String),
    status: 'DRAFT',
    customer: { id: place.visit.customerId },
    vehicle: { id: place.visit.vehicleId },
    serviceCentre: { id: place.shop.centres[0] },
    createdBy: null,
    jobCard: { id: jobCardId },
    net: { amount: '305.00' },
    tax: { amount: '67.10' },
    lines: [
      line('SERVICE', 'Oil change', '1', '80.00', '80.00'),
      line('LABOUR', 'Brakes, by the hour', '1.3333', '60.00', '80.00'),
      line('SERVICE', 'Washed, for nothing', '1', '0.00', '0.00'),
      line('SERVICE', 'Discs, front', '1', '120.00', '120.00'),
      line('PART', 'Oil filter', '2', '12.50', '25.00', { code: 'OF-1', partId }),
    ],
  });
});

it('the draft is corrected, issued, and the job has that one invoice', async () => {
  const jobCardId = await workOn();
  await complete(jobCardId);
  await drafted(jobCardId);
  const { id } = billed(await bill(manager.client, jobCardId));
  expect((await invoiceOf(jobCardId))!.id).toBe(id);
  await manager.client.ask(
    `mutation ($id: ID!) { addInvoiceLine(id: $id, input: { type: OTHER, description: "Disposal", quantity: "1",
       unitPrice: { amount: "5.00", currency: "EUR" } }) { id } }`,
    { id },
  );
  expect((await issue(manager.client, id)).total.minorUnits).toBe(10370);
  expect(billed(await bill(manager.client, jobCardId)).id).toBe(id);
  expect(await eventsOf(graph, id)).toEqual(['InvoiceDrafted', 'InvoiceUpdated', 'InvoiceIssued']);
  const customer = await accountOf(graph, place.shop, place.visit.customerId);
  const { jobCard } = await customer.client.ask(
    'query ($id: ID!) { jobCard(id: $id) { invoice { id status } } }',
    { id: jobCardId },
  );
  expect(jobCard).toEqual({ invoice: { id, status: 'ISSUED' } });
});

it('a draft that was given up is not made again by itself, but on demand', async () => {
  const jobCardId = await workOn();
  await complete(jobCardId);
  await drafted(jobCardId);
  const { id } = billed(await bill(manager.client, jobCardId));
  await manager.client.ask(CANCEL_INVOICE, { id, reason: 'A goodwill job.' });
  await untilQuiet(graph, place.shop);
  expect(await invoiceOf(jobCardId)).toBeNull();
  const again = billed(await bill(manager.client, jobCardId));
  expect([again.id === id, again.status]).toEqual([false, 'DRAFT']);
});

it('where the shop does not want that, no draft is made by itself', async () => {
  const set = (draftsFromJobs: boolean) =>
    place.shop.admin.client.ask(
      'mutation ($on: Boolean) { updateBillingSettings(input: { draftsFromJobs: $on }) { draftsFromJobs } }',
      { on: draftsFromJobs },
    );
  await set(false);
  const jobCardId = await workOn();
  await complete(jobCardId);
  await untilQuiet(graph, place.shop);
  expect(await invoiceOf(jobCardId)).toBeNull();
  expect(billed(await bill(manager.client, jobCardId)).net.minorUnits).toBe(8000);
  await set(true);
});

it('technicians bill the jobs that are theirs, and see and change that draft, not issue it', async () => {
  const jobCardId = await workOn();
  await complete(jobCardId);
  await drafted(jobCardId);
  const other = await place.shop.staff('TECHNICIAN');
  expect(refusal(await bill(other.client, jobCardId))).toBe('jobCardId: UNKNOWN');
  const { id } = billed(await bill(technician.client, jobCardId));
  const notes = 'mutation ($id: ID!) { updateInvoice(id: $id, input: { notes: "As agreed" }) { id } }';
  expect((await technician.client.send(notes, { id })).code).toBeUndefined();
  expect(refusal(await other.client.send(notes, { id }))).toBe('NOT_FOUND');
  expect(
    refusal(await technician.client.send('mutation ($id: ID!) { issueInvoice(id: $id) { id } }', { id })),
  ).toBe('FORBIDDEN');
});

it('a job that is not completed is not billed, nor one that is not theirs to see', async () => {
  const jobCardId = await workOn();
  const before = await billingKept(graph, place.shop);
  expect(refusal(await bill(manager.client, jobCardId))).toBe('CONFLICT');
  const elsewhere = await place.shop.staff('MANAGER', { centres: [place.shop.centres[1]!] });
  const stranger = await graph.shop();
  for (const { client } of [elsewhere, stranger.admin])
    expect(refusal(await bill(client, jobCardId))).toBe('jobCardId: UNKNOWN');
  const accountant = await place.shop.staff('ACCOUNTANT');
  expect(refusal(await bill(accountant.client, jobCardId))).toBe('FORBIDDEN');
  expect(await billingKept(graph, place.shop)).toEqual(before);
});

it('fifty at once, beside the program itself, make one draft', async () => {
  const jobCardId = await workOn();
  await complete(jobCardId);
  const answers = await Promise.all(FIFTY.map(() => bill(manager.client, jobCardId)));
  expect(new Set(answers.map((answer) => billed(answer).id)).size).toBe(1);
  await untilQuiet(graph, place.shop);
  const [made] = await graph.sql<{ count: string }>(
    'select count(*) from billing.invoice where job_card_id = $1',
    [jobCardId],
  );
  expect(made!.count).toBe('1');
});
