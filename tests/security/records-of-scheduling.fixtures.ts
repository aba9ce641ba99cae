import { randomBytes } from 'node:crypto';
import { setShift } from '../api/scheduling.fixtures';
import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import type { Caller } from './callers.fixtures';
import { idOf } from './id-of.fixtures';

/** Who makes a record, in which service centre. */
interface Host {
  client: GraphClient;
  centre: string;
}

/** Open day and night. */
export const ALWAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'].map(
  (weekday) => ({ weekday, from: '00:00', until: '24:00' }),
);
const SINCE = '2020-01-01';
const HOUR = 60 * 60 * 1000;

let hours = 0;
/** A time that nothing else is booked for. */
export function freeTime(): string {
  hours += 1;
  return new Date(Date.UTC(2031, 0, 1) + hours * HOUR).toISOString();
}

/** Service centres that are open day and night. */
const open = new Set<string>();
const onDuty = new Set<string>();

export async function openAlways({ client, centre }: Host): Promise<void> {
  if (open.has(centre)) return;
  const input = { serviceCentreId: centre, validFrom: SINCE, week: ALWAYS, rules: { holdMinutes: 120 } };
  await idOf(client, 'setOpeningHours', 'SetOpeningHoursInput', input);
  open.add(centre);
}

export const makeServiceItem = ({ client, centre }: Host): Promise<string> =>
  idOf(client, 'createServiceItem', 'CreateServiceItemInput', {
    code: randomBytes(5).toString('hex'),
    name: 'Service',
    labourMinutes: 30,
    serviceCentreIds: [centre],
  });

export async function makeBay(host: Host): Promise<string> {
  await openAlways(host);
  const name = randomBytes(6).toString('hex');
  return idOf(host.client, 'createBay', 'CreateBayInput', { serviceCentreId: host.centre, name });
}

export const makeClosure = ({ client, centre }: Host): Promise<string> =>
  idOf(client, 'addClosure', 'AddClosureInput', {
    serviceCentreId: centre,
    fromDate: '2030-12-25',
    reason: 'Christmas',
  });

/** An absence in the past: it changes nothing of what can be booked. */
let absences = 0;
export async function makeShift({ client, centre }: Host, technicianId: string): Promise<string> {
  absences += 1;
  const fromDate = new Date(Date.UTC(2021, 0, absences)).toISOString().slice(0, 10);
  return (await setShift(client, { serviceCentreId: centre, technicianId, fromDate, days: [] })).id;
}

/** Works day and night, so that whatever is booked finds somebody. */
export async function putOnDuty({ client, centre }: Host, technicianId: string): Promise<void> {
  if (onDuty.has(`${centre} ${technicianId}`)) return;
  await setShift(client, { serviceCentreId: centre, technicianId, fromDate: SINCE, week: ALWAYS });
  onDuty.add(`${centre} ${technicianId}`);
}

export interface Visit {
  customerId: string | null;
  vehicleId: string | null;
}

/** Somebody on duty in each service centre, for what is nobody's own. */
const colleagues = new Map<string, string>();

/** Of a customer, or for a technician: those have appointments of their own. */
export async function makeAppointment(
  host: Host,
  owner: Caller | null,
  visit: Visit,
  hire: () => Promise<string>,
  command: 'bookAppointment' | 'holdSlot' = 'bookAppointment',
): Promise<string> {
  const { client, centre } = host;
  if (!colleagues.has(centre)) colleagues.set(centre, await hire());
  const technicianId = owner?.role === 'TECHNICIAN' ? owner.userId! : colleagues.get(centre)!;
  await putOnDuty(host, technicianId);
  return idOf(client, command, command === 'holdSlot' ? 'HoldSlotInput' : 'BookAppointmentInput', {
    ...visit,
    technicianId,
    bayId: await makeBay(host),
    serviceCentreId: centre,
    startsAt: freeTime(),
    minutes: 30,
  });
}

/** Of yesterday: somebody did not come. */
export async function missIt(graph: TestGraph, id: string): Promise<string> {
  await graph.sql(
    `update workshop.appointment set starts_at = now() - interval '1 day', ends_at = now() - interval '23 hours',
       override_reason = 'It is over.' where id = $1`,
    [id],
  );
  return id;
}
