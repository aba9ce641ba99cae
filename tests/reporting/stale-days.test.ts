import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { markStaleHandlers } from '../../subgraphs/reporting/figures/mark-stale.handlers';
import { FACTS, system, useSubgraphs } from '../harness/subgraphs';
import { makeRandomShop, type Query, type RandomShop } from './random-shop.fixtures';

/** What changes a day that is over marks that day, of that service centre, and no other. */
const open = useSubgraphs();
const ZONE = 'Pacific/Auckland';
const organisationId = randomUUID();
const centres = [randomUUID(), randomUUID()];
const query: Query = async (text, values) => (await open.admin.query(text, values)).rows;
let shop: RandomShop;

beforeAll(async () => {
  shop = await makeRandomShop({
    query,
    organisationId,
    centres,
    technicians: [randomUUID()],
    seed: 7,
    until: new Date(),
    days: 30,
    many: 60,
    currencies: ['EUR'],
  });
});
beforeEach(async () => {
  await query('delete from reporting.day_rollup');
  await query(
    `insert into reporting.day_rollup (organisation_id, service_centre_id, day, time_zone, stale, counted_at)
     select $1, c, g::date, $3, false, now() from unnest($2::uuid[]) c,
       generate_series(current_date - 60, current_date + 2, interval '1 day') g`,
    [organisationId, centres, ZONE],
  );
});

async function tell(event: string, subjectId: string, payload: object = {}): Promise<void> {
  const handler = markStaleHandlers.find((each) => each.event === event)!;
  const context = open.of('reporting').context(system(organisationId), FACTS);
  const recorded = {
    organisationId,
    position: 1,
    id: randomUUID(),
    name: event,
    subjectType: 'Record',
    subjectId,
    payload: { ...payload },
    occurredAt: new Date(),
  };
  await context.transaction((tx) => handler.handle(tx, recorded, context));
}

const stale = async () =>
  (
    await query<{ what: string }>(
      `select service_centre_id || ' ' || day as what from reporting.day_rollup where stale order by 1`,
    )
  ).map(({ what }) => what);

/** The record, and the days of it, as the database of the test says. */
async function record(table: string, days: readonly string[], where = 'true') {
  const [found] = await query<{ id: string; days: string[] }>(
    `select t.id, array(select distinct t.service_centre_id || ' ' || x from unnest(array[${days
      .map((day) => (day.endsWith('_on') ? `t.${day}` : `(t.${day} at time zone '${ZONE}')::date`))
      .join()}]) x where x is not null order by 1) as days
     from ${table} t where t.organisation_id = $1 and ${where} limit 1`,
    [organisationId],
  );
  return found!;
}

test.each([
  ['PaymentReceived', 'billing.payment', ['paid_at'], `status = 'SUCCEEDED' and refunded_minor = 0`],
  ['PaymentVoided', 'billing.payment', ['paid_at'], `status = 'VOIDED'`],
  ['InvoiceIssued', 'billing.invoice', ['issued_on'], `status = 'ISSUED'`],
  ['CreditNoteIssued', 'billing.credit_note', ['issued_on'], 'true'],
  ['JobCardCompleted', 'workshop.job_card', ['created_at', 'completed_at'], `status = 'COMPLETED'`],
  [
    'JobCardDelivered',
    'workshop.job_card',
    ['created_at', 'completed_at', 'delivered_at'],
    `status = 'DELIVERED'`,
  ],
  ['AppointmentCancelled', 'workshop.appointment', ['starts_at'], 'true'],
  ['AppointmentMissed', 'workshop.appointment', ['starts_at'], 'true'],
  ['FeedbackReceived', 'customer.feedback', ['created_at'], 'true'],
])('%s', async (event, table, days, where) => {
  const about = await record(table, days, where);
  await tell(event, about.id);
  expect(about.days.length).toBeGreaterThan(0);
  expect(await stale()).toEqual(about.days);
});

test('PaymentRefunded: the day of the payment, and the day of the refund', async () => {
  const [refund] = await query<{ id: string; days: string[] }>(
    `select p.id, array(select distinct p.service_centre_id || ' ' || x from unnest(array[
       (p.paid_at at time zone $2)::date, (r.created_at at time zone $2)::date]) x order by 1) as days
     from billing.refund r join billing.payment p on p.id = r.payment_id where r.organisation_id = $1 limit 1`,
    [organisationId, ZONE],
  );
  await tell('PaymentRefunded', refund!.id);
  expect(await stale()).toEqual(refund!.days);
});

test.each(['TimeEntryStopped', 'TimeEntryCorrected'])(
  '%s: the day before it was put right, too',
  async (event) => {
    const entry = await record('workshop.time_entry', ['started_at']);
    await query("set session_replication_role = 'replica'");
    await query(
      `insert into workshop.time_entry_correction (organisation_id, id, version, created_at, updated_at, time_entry_id,
       from_started_at, to_started_at, reason)
     select organisation_id, gen_random_uuid(), 1, now(), now(), id, started_at - interval '5 days', started_at, 'Because'
     from workshop.time_entry t where id = $1 and not exists (
       select from workshop.time_entry_correction c where c.time_entry_id = t.id)`,
      [entry.id],
    );
    await query("set session_replication_role = 'origin'");
    await tell(event, randomUUID(), { timeEntryId: entry.id });
    const [before] = await query<{ what: string }>(
      `select service_centre_id || ' ' || ((started_at - interval '5 days') at time zone $2)::date as what
     from workshop.time_entry where id = $1`,
      [entry.id, ZONE],
    );
    expect(await stale()).toEqual([before!.what, ...entry.days].sort());
  },
);

test('ShiftChanged: all days of the service centre', async () => {
  await tell('ShiftChanged', randomUUID(), { serviceCentreId: shop.centres[1] });
  const marked = await stale();
  expect(marked).toHaveLength(63);
  expect(marked.every((what) => what.startsWith(shop.centres[1]!))).toBe(true);
});

test('every event that is listened to is tried here', () => {
  expect(markStaleHandlers).toHaveLength(13);
});
