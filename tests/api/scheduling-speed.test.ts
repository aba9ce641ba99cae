import { sql } from '../../shared/database/sql';
import { newId } from '../../shared/ids';
import { addDays } from '../../shared/time-zone';
import type { Appointment } from '../../subgraphs/workshop/scheduling/appointments/appointment.entity';
import { everyAppointment } from '../../subgraphs/workshop/scheduling/appointments/appointment.loader';
import { quickest, timesAsLong } from '../harness/durations';
import { FACTS, system, useSubgraphs } from '../harness/subgraphs';
import { at, monday } from './scheduling.fixtures';

/** A month of a service centre with ten bays and twenty technicians, four fifths booked. */
const open = useSubgraphs();
const organisation = newId();
const centre = newId();
const first = monday(2);
const last = addDays(first, 30);
const DAYS = 40;
const BAYS = 10;
const TECHNICIANS = 20;
const statements: string[] = [];
let booked = 0;

const RECORD = 'organisation_id, id, version, created_at, updated_at';
const MADE = `'${organisation}', gen_random_uuid(), 1, now(), now()`;
const WEEK = JSON.stringify(
  [1, 2, 3, 4, 5, 6].flatMap((weekday) => [
    { weekday, from: 480, until: 720 },
    { weekday, from: 780, until: 1080 },
  ]),
);

beforeAll(async () => {
  const put = (text: string, values: unknown[] = []) => open.admin.query(text, values);
  await put(
    `insert into workshop.centre_schedule (${RECORD}, time_zone, active, slot_minutes, minimum_notice_minutes,
    hold_minutes, reminder_minutes) values ('${organisation}', $1, 1, now(), now(), 'Europe/Rome', true, 30, 0, 10, 60)`,
    [centre],
  );
  await put(
    `insert into workshop.opening_hours (${RECORD}, service_centre_id, valid_from, week) values (${MADE}, $1, '2020-01-01', $2)`,
    [centre, WEEK],
  );
  const bays = Array.from({ length: BAYS }, () => newId());
  const technicians = Array.from({ length: TECHNICIANS }, () => newId());
  for (const [n, id] of bays.entries())
    await put(
      `insert into workshop.bay (${RECORD}, service_centre_id, name, kind, active, position)
       values ('${organisation}', $1, 1, now(), now(), $2, $3, 'LIFT', true, $4)`,
      [id, centre, `Bay ${n}`, n],
    );
  for (const id of technicians) {
    await put(`insert into workshop.booked_resource (organisation_id, id) values ('${organisation}', $1)`, [
      id,
    ]);
    await put(
      `insert into workshop.shift (${RECORD}, service_centre_id, technician_id, kind, from_date, spans)
       values (${MADE}, $1, $2, 'WEEKLY', '2020-01-01', $3)`,
      [centre, id, WEEK],
    );
  }
  for (let day = 0; day < DAYS; day += 1)
    for (const [n, bay] of bays.entries())
      for (const hour of [8, 9, 10, 11, 13, 14, 15, 16, 17]) {
        if ((day + n + hour) % 5 === 0) continue;
        booked += 1;
        const begin = at(addDays(first, day), hour);
        await put(
          `insert into workshop.appointment (${RECORD}, number, service_centre_id, customer_id, bay_id, technician_id,
             starts_at, ends_at, minutes, service_item_ids, status)
           values (${MADE}, $1, $2, $3, $4, $5, $6::timestamptz, $6::timestamptz + interval '1 hour', 60, '{}', 'BOOKED')`,
          [`APT-${String(booked).padStart(6, '0')}`, centre, newId(), bay, technicians[n], begin],
        );
      }
  await put('analyze');
  open.of('workshop').database.onStatement = (text) => statements.push(text);
});

const CALENDAR = `query ($centre: ID!, $from: LocalDate!, $to: LocalDate!) {
  calendar(serviceCentreId: $centre, from: $from, to: $to) { days { date opening { startsAt } working { technicianId } }
    appointments { id startsAt bay { id name } technician { id } } bays { id } jobCards { id } closures { id } } }`;

async function ask(query: string, variables: object): Promise<Record<string, unknown>> {
  const result = await open
    .of('workshop')
    .execute({ query, variables: { ...variables } }, system(organisation), FACTS);
  expect(result.errors).toBeUndefined();
  return result.data as Record<string, unknown>;
}

const available = async (from: string, to: string): Promise<unknown[]> => {
  const query = `query ($input: AvailabilityInput!) { availability(input: $input) {
    slots { startsAt endsAt date freeBays freeTechnicians bayId technicianId } } }`;
  const data = await ask(query, { input: { serviceCentreId: centre, from, to, minutes: 60 } });
  return (data.availability as { slots: unknown[] }).slots;
};

/** What it takes PostgreSQL and us to read the same appointments, and do nothing with them. */
const readThem = (): Promise<Appointment[]> =>
  open
    .of('workshop')
    .context(system(organisation), FACTS)
    .reader.rows(
      everyAppointment,
      sql`t.organisation_id = ${organisation} and t.service_centre_id = ${centre}
        and t.starts_at >= ${at(first, 0)}::timestamptz and t.starts_at < ${at(last, 24)}::timestamptz`,
    );

const ALLOWED_MS = 100;

it('a month of availability is one statement, takes less than 100 ms, and a few times what reading its appointments takes', async () => {
  statements.length = 0;
  const slots = await available(first, last);
  expect(statements).toHaveLength(1);
  expect(slots.length).toBeGreaterThan(50);
  const rows = await readThem();
  expect(rows.length).toBeGreaterThan(2000);
  await available(first, last);
  const month = () => available(first, last);
  expect(await quickest(month, ALLOWED_MS)).toBeLessThan(ALLOWED_MS);
  expect(await timesAsLong(month, readThem, [0, 6])).toBeLessThan(6);
});

it('a calendar is as many statements for a month as for a day', async () => {
  const counts: number[] = [];
  for (const to of [first, last]) {
    statements.length = 0;
    const { calendar } = (await ask(CALENDAR, { centre, from: first, to })) as {
      calendar: { days: unknown[]; appointments: unknown[] };
    };
    counts.push(statements.length);
    expect(calendar.appointments.length).toBeGreaterThanOrEqual(calendar.days.length * 60);
  }
  expect(counts).toEqual([6, 6]);
});
