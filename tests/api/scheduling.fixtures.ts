import { addDays, instantOf, weekdayOf } from '../../shared/time-zone';
import type { GraphAnswer, GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Member, Shop } from '../harness/shop';
import { createCustomer, createVehicle } from './customers.fixtures';

export const ZONE = 'Europe/Rome';
const WORKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];

/** The Monday so many weeks from now: far enough that nothing of it is over. */
export function monday(weeks = 2): string {
  const today = new Date().toISOString().slice(0, 10);
  return addDays(today, 7 * weeks + 1 - weekdayOf(today));
}

/** An instant by the wall clock of the shop: `at(monday(), 9.5)`. */
export const at = (date: string, hours: number, zone = ZONE): string =>
  new Date(instantOf(zone, date, Math.round(hours * 60))).toISOString();

interface Span {
  weekday: string;
  from: string;
  until: string;
}

export const workdays = (from = '08:00', until = '17:00'): Span[] =>
  WORKDAYS.map((weekday) => ({ weekday, from, until }));

async function made<T>(
  client: GraphClient,
  field: string,
  type: string,
  input: object,
  answer: string,
): Promise<T> {
  const data = await client.ask<Record<string, T>>(
    `mutation ($input: ${type}!) { ${field}(input: $input) { ${answer} } }`,
    { input },
  );
  return data[field]!;
}

export interface Id {
  id: string;
}

export const RULES = 'timeZone active slotMinutes minimumNoticeMinutes holdMinutes reminderMinutes';

export const setHours = (client: GraphClient, input: object) =>
  made<Record<string, unknown>>(
    client,
    'setOpeningHours',
    'SetOpeningHoursInput',
    input,
    `${RULES}
    openingHours { validFrom week { weekday from until } }`,
  );

export const createBay = (client: GraphClient, input: object = {}) =>
  made<Id & Record<string, unknown>>(
    client,
    'createBay',
    'CreateBayInput',
    { name: `Bay ${Math.random().toString(36).slice(2)}`, ...input },
    'id version name kind active position',
  );

export const setShift = (client: GraphClient, input: object) =>
  made<Id & Record<string, unknown>>(
    client,
    'setShift',
    'SetShiftInput',
    input,
    'id kind fromDate toDate reason technician { id } week { weekday from until } days { from until }',
  );

export const addClosure = (client: GraphClient, input: object) =>
  made<Id & Record<string, unknown>>(
    client,
    'addClosure',
    'AddClosureInput',
    input,
    'id fromDate toDate reason bay { id }',
  );

/** A service centre that is open from 8 to 17 on workdays, with so many bays and technicians. */
export interface Workshop {
  centre: string;
  bays: string[];
  technicians: Member[];
}

export async function openWorkshop(
  shop: Shop,
  {
    bays = 1,
    technicians = 0,
    centre = shop.centres[0]!,
    rules = {},
  }: Partial<{
    bays: number;
    technicians: number;
    centre: string;
    rules: object;
  }> = {},
): Promise<Workshop> {
  const { client } = shop.admin;
  await setHours(client, { serviceCentreId: centre, validFrom: '2020-01-01', week: workdays(), rules });
  const workshop: Workshop = { centre, bays: [], technicians: [] };
  for (let n = 0; n < bays; n += 1)
    workshop.bays.push((await createBay(client, { serviceCentreId: centre, position: n })).id);
  for (let n = 0; n < technicians; n += 1) {
    const technician = await shop.staff('TECHNICIAN', { centres: [centre] });
    workshop.technicians.push(technician);
    await setShift(client, {
      serviceCentreId: centre,
      technicianId: technician.id,
      fromDate: '2020-01-01',
      week: workdays(),
    });
  }
  return workshop;
}

export interface Slot {
  startsAt: string;
  endsAt: string;
  date: string;
  freeBays: number;
  freeTechnicians: number;
  bayId: string;
  technicianId: string | null;
}

const AVAILABILITY = `query ($input: AvailabilityInput!) { availability(input: $input) {
  timeZone minutes slots { startsAt endsAt date freeBays freeTechnicians bayId technicianId } } }`;

export interface Availability {
  timeZone: string;
  minutes: number;
  slots: Slot[];
}

export async function available(client: GraphClient, input: object): Promise<Availability | null> {
  const { availability } = await client.ask<{ availability: Availability | null }>(AVAILABILITY, { input });
  return availability;
}

export const sendAvailability = (client: GraphClient, input: object) => client.send(AVAILABILITY, { input });

/** When slots begin on a day, as hours of the shop's wall clock: `8 8.5 9`. */
export async function starts(
  client: GraphClient,
  input: { from: string; [more: string]: unknown },
): Promise<number[]> {
  const found = await available(client, { to: input.from, ...input });
  const midnight = Date.parse(at(input.from, 0));
  return found!.slots.map(({ startsAt }) => (Date.parse(startsAt) - midnight) / 3_600_000);
}

export const APPOINTMENT = `id version number status startsAt endsAt minutes notes heldUntil cancelReason overrideReason
  serviceRequestId bay { id } technician { id } customer { id } vehicle { id } serviceCentre { id } jobCard { id }
  overriddenBy { id } serviceItems { id code }`;

export interface Appointment {
  id: string;
  version: number;
  number: string | null;
  status: string;
  startsAt: string;
  endsAt: string;
  minutes: number;
  heldUntil: string | null;
  cancelReason: string | null;
  overrideReason: string | null;
  bay: Id | null;
  technician: Id | null;
  customer: Id | null;
  vehicle: Id | null;
  jobCard: Id | null;
  overriddenBy: Id | null;
}

const HOLD = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { ${APPOINTMENT} } }`;
const BOOK = `mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) { ${APPOINTMENT} } }`;

export const sendHold = (client: GraphClient, input: object) =>
  client.send<{ holdSlot: Appointment } | null>(HOLD, { input: { minutes: 60, ...input } });
export const sendBook = (client: GraphClient, input: object) =>
  client.send<{ bookAppointment: Appointment } | null>(BOOK, { input });

export const hold = async (client: GraphClient, input: object): Promise<Appointment> =>
  (await client.ask<{ holdSlot: Appointment }>(HOLD, { input: { minutes: 60, ...input } })).holdSlot;
export const book = async (client: GraphClient, input: object): Promise<Appointment> =>
  (
    await client.ask<{ bookAppointment: Appointment }>(BOOK, {
      input: 'holdId' in input ? input : { minutes: 60, ...input },
    })
  ).bookAppointment;

/** With what customers may see of it. */
export const sendBookOwn = (client: GraphClient, input: object) =>
  client.send<{ bookAppointment: Pick<Appointment, 'id' | 'number' | 'status' | 'startsAt'> } | null>(
    `mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) {
       id number status startsAt customer { id } vehicle { id } } }`,
    { input: { minutes: 60, ...input } },
  );

/** A command that takes an id and perhaps more. */
export const COMMANDS = {
  confirm: `mutation ($id: ID!) { done: confirmAppointment(id: $id) { ${APPOINTMENT} } }`,
  checkIn: `mutation ($id: ID!) { done: checkInAppointment(id: $id) { ${APPOINTMENT} } }`,
  noShow: `mutation ($id: ID!) { done: markNoShow(id: $id) { ${APPOINTMENT} } }`,
  cancel: `mutation ($id: ID!, $reason: String!) { done: cancelAppointment(id: $id, reason: $reason) { ${APPOINTMENT} } }`,
  update: `mutation ($id: ID!, $input: UpdateAppointmentInput!) {
    done: updateAppointment(id: $id, input: $input) { ${APPOINTMENT} } }`,
  move: `mutation ($id: ID!, $input: RescheduleAppointmentInput!) {
    done: rescheduleAppointment(id: $id, input: $input) { ${APPOINTMENT} } }`,
} as const;
export type Command = keyof typeof COMMANDS;

export const send = (client: GraphClient, command: Command, id: string, more: object = {}) =>
  client.send<{ done: Appointment } | null>(COMMANDS[command], { id, reason: 'Plans changed.', ...more });

export const run = async (
  client: GraphClient,
  command: Command,
  id: string,
  more: object = {},
): Promise<Appointment> =>
  (await client.ask<{ done: Appointment }>(COMMANDS[command], { id, reason: 'Plans changed.', ...more }))
    .done;

export async function read(client: GraphClient, id: string): Promise<Appointment | null> {
  const { appointment } = await client.ask<{ appointment: Appointment | null }>(
    `query ($id: ID!) { appointment(id: $id) { ${APPOINTMENT} } }`,
    { id },
  );
  return appointment;
}

export interface Step {
  action: string;
  status: string;
  startsAt: string;
  endsAt: string;
  reason: string | null;
  changedBy: Id | null;
  bay: Id | null;
  technician: Id | null;
}

/** The earliest step first. */
export async function historyOf(client: GraphClient, id: string): Promise<Step[]> {
  const { appointment } = await client.ask<{ appointment: { history: Step[] } }>(
    `query ($id: ID!) { appointment(id: $id) { history { id version createdAt updatedAt action status startsAt endsAt
       reason changedBy { id } bay { id } technician { id } } } }`,
    { id },
  );
  return [...appointment.history].reverse();
}

/** A customer with a car. */
export async function visitor(client: GraphClient, serviceCentreId?: string) {
  const { id: customerId } = await createCustomer(client, { serviceCentreId });
  const { id: vehicleId } = await createVehicle(client, { ownerId: customerId, serviceCentreId });
  return { customerId, vehicleId };
}

/** Everything that is kept about an organisation's booking: a refusal leaves it as it was. */
export async function diaryOf(graph: TestGraph, shop: Shop): Promise<unknown> {
  await untilIdle(graph, shop.id);
  const kept = [
    'appointment',
    'appointment_change',
    'bay',
    'closure',
    'shift',
    'opening_hours',
    'centre_schedule',
  ]
    .concat(['service_item', 'job_card', 'job_card_status_change'])
    .map(
      (table) =>
        `(select json_agg(t order by id) from workshop.${table} t where organisation_id = $1) as ${table}`,
    );
  const [row] = await graph.sql(
    `select ${kept.join(', ')},
       (select count(*)::int from platform.event where organisation_id = $1
         and subject_type <> 'Notification') as events,
       (select count(*)::int from platform.audit_log where organisation_id = $1 and actor_kind = 'USER') as audits`,
    [shop.id],
  );
  return row;
}

/** The code of a refusal with what it is about: `BAD_INPUT input.startsAt: CLOSED_DAY`, `CONFLICT SLOT_TAKEN`. */
export function refusalOf({ code, errors }: GraphAnswer<unknown>): string | undefined {
  const details = errors[0]?.extensions;
  const why =
    details?.fields?.map((field) => `${field.path}: ${field.code}`) ?? [details?.reason ?? []].flat();
  return code && [code, ...why].join(' ');
}
