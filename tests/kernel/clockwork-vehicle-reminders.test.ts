import 'reflect-metadata';
import { systemIdentity } from '../../shared/access/identity';
import { newId } from '../../shared/ids';
import { Context } from '../../shared/subgraph/context';
import { announceReminders } from '../../subgraphs/vehicle/reminders/announce-reminders';
import { FACTS, useSubgraphs } from '../harness/subgraphs';

/** Once a reminder, once a notice; after a stop no flood. */
const open = useSubgraphs();
let organisation: string;
let customer: string;

beforeEach(async () => {
  organisation = newId();
  customer = newId();
  await open.admin.query(
    `insert into customer.organisation (organisation_id, id, version, created_at, updated_at, name, slug, country,
       currency, locale, time_zone, prices_include_tax, tax_per_line, requires_inspection, self_registration,
       payment_reminder_days, admin_allowed_addresses)
     values ($1::uuid, $1::uuid, 1, now(), now(), 'Clock', $1::text, 'NZ', 'NZD', 'en-NZ', 'Pacific/Auckland', true,
       false, false, false, '{}', '{}')`,
    [organisation],
  );
});

async function car(more: { archived?: boolean } = {}): Promise<string> {
  const id = newId();
  await open.admin.query(
    `insert into vehicle.vehicle (organisation_id, id, version, created_at, updated_at, make, model, owner_id, archived_at)
     values ($1, $2, 1, now(), now(), 'Fiat', 'Panda', $3, $4)`,
    [organisation, id, customer, more.archived ? new Date() : null],
  );
  return id;
}

async function reminder(
  vehicleId: string,
  dueOn: string,
  more: { customerId?: string; status?: string } = {},
) {
  const id = newId();
  const { customerId = null, status = 'OPEN' } = more;
  await open.admin.query(
    `insert into vehicle.reminder (organisation_id, id, version, created_at, updated_at, vehicle_id, customer_id, kind,
       source, status, due_on, notice_days)
     values ($1, $2, 1, now(), now(), $3, $4, 'SERVICE', $5, $6, $7, 30)`,
    [organisation, id, vehicleId, customerId, customerId ? 'CUSTOMER' : 'STAFF', status, dueOn],
  );
  return id;
}

function morningOf(until: string): Promise<void> {
  const { database, app } = open.of('vehicle');
  const context = new Context(app, open.foundation.kernel, database, systemIdentity(organisation), FACTS);
  return announceReminders.run(context, { since: new Date(0), until: new Date(until) });
}

async function announced(): Promise<{ subject_id: string; payload: object }[]> {
  const { rows } = await open.admin.query<{ subject_id: string; payload: object }>(
    `select subject_id, payload from platform.event
     where organisation_id = $1 and name = 'VehicleReminderDue' and subject_type = 'VehicleReminder' order by position`,
    [organisation],
  );
  return rows;
}

/** Nine in the morning of 21 March in Auckland is the evening of the 20th by UTC. */
const MORNING = '2026-03-20T20:00:00Z';

test('tells the owner so many days ahead, by the organisation’s own calendar, once', async () => {
  const vehicleId = await car();
  const onTheDay = await reminder(vehicleId, '2026-04-20');
  await reminder(vehicleId, '2026-04-21');
  await morningOf(MORNING);
  const expected = [{ subject_id: onTheDay, payload: { vehicleId, customerId: customer, kind: 'SERVICE' } }];
  expect(await announced()).toEqual(expected);
  await morningOf(MORNING);
  expect(await announced()).toEqual(expected);
  await morningOf('2026-03-21T20:00:00Z');
  expect(await announced()).toHaveLength(2);
});

test('tells once when two run at once', async () => {
  const vehicleId = await car();
  for (let n = 0; n < 20; n += 1) await reminder(vehicleId, '2026-04-01');
  await Promise.all([morningOf(MORNING), morningOf(MORNING), morningOf(MORNING)]);
  const subjects = (await announced()).map(({ subject_id }) => subject_id);
  expect(subjects).toHaveLength(20);
  expect(new Set(subjects).size).toBe(20);
});

test('writes to nobody about what is overdue for more than two weeks, and does not come back to it', async () => {
  const vehicleId = await car();
  const recent = await reminder(vehicleId, '2026-03-07');
  const old = await reminder(vehicleId, '2026-03-06');
  await morningOf(MORNING);
  expect((await announced()).map(({ subject_id }) => subject_id)).toEqual([recent]);
  const { rows } = await open.admin.query('select announced_at from vehicle.reminder where id = $1', [old]);
  expect(rows[0].announced_at).not.toBeNull();
});

test('leaves out what is closed, archived cars, and the wishes of a former owner', async () => {
  const vehicleId = await car();
  await reminder(vehicleId, '2026-04-01', { status: 'DISMISSED' });
  await reminder(await car({ archived: true }), '2026-04-01');
  await reminder(vehicleId, '2026-04-01', { customerId: newId() });
  const own = await reminder(vehicleId, '2026-04-01', { customerId: customer });
  await morningOf(MORNING);
  expect((await announced()).map(({ subject_id }) => subject_id)).toEqual([own]);
});

test('goes through more than fit into one transaction', async () => {
  const vehicleId = await car();
  await open.admin.query(
    `insert into vehicle.reminder (organisation_id, id, version, created_at, updated_at, vehicle_id, kind, source, status,
       due_on, notice_days)
     select $1, gen_random_uuid(), 1, now(), now(), $2, 'SERVICE', 'STAFF', 'OPEN', '2026-04-01', 30
     from generate_series(1, 450)`,
    [organisation, vehicleId],
  );
  await morningOf(MORNING);
  expect(await announced()).toHaveLength(450);
});
