import { addDays } from '../../shared/time-zone';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { accountOf, createCustomer, createVehicle, problemsOf } from './customers.fixtures';
import { assign, openCard, requireInspection } from './job-cards.fixtures';
import { clockOff, clockOn, done } from './jobs.fixtures';
import { at, monday, openWorkshop, setShift } from './scheduling.fixtures';

/** Who works in a shop, and how busy they are. */
const graph = useGraph();
let shop: Shop;
let manager: Member;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  await requireInspection(shop, false);
  manager = await shop.staff('MANAGER');
});

const WORKLOAD = `query ($technicianId: ID!, $from: LocalDate!, $to: LocalDate!, $serviceCentreId: ID) {
  technicianWorkload(technicianId: $technicianId, from: $from, to: $to, serviceCentreId: $serviceCentreId) {
    timeZone shiftHours bookedHours clockedHours utilisation openJobs completedJobs
    technician { id } serviceCentre { id } } }`;

interface Load {
  shiftHours: string;
  bookedHours: string;
  clockedHours: string;
  utilisation: string | null;
  openJobs: number;
  completedJobs: number;
}

const workload = (
  client: GraphClient,
  technicianId: string,
  from: string,
  to: string,
  serviceCentreId?: string,
) => client.send<{ technicianWorkload: Load | null }>(WORKLOAD, { technicianId, from, to, serviceCentreId });

const loadOf = async (client: GraphClient, technicianId: string, from: string, to = from) =>
  (await workload(client, technicianId, from, to)).data.technicianWorkload!;

async function visit(client: GraphClient) {
  const { id: customerId } = await createCustomer(client);
  const { id: vehicleId } = await createVehicle(client, { ownerId: customerId });
  return { customerId, vehicleId };
}

/** Worked on a job between two instants, as if the clock had been there. */
async function worked(technician: Member, from: string, until: string | null): Promise<string> {
  const { vehicleId } = await visit(manager.client);
  const { id } = await openCard(manager.client, vehicleId);
  await assign(manager.client, id, technician);
  const { id: entry } = (await clockOn(technician.client, id)).data.startTimeEntry;
  if (until) await clockOff(technician.client, entry);
  await graph.sql('update workshop.time_entry set started_at = $2, ended_at = $3 where id = $1', [
    entry,
    from,
    until,
  ]);
  return id;
}

describe('technicians', () => {
  const LIST = `query ($filter: TechnicianFilter!, $first: Int, $after: String) {
    technicians(filter: $filter, first: $first, after: $after) { totalCount
      nodes { id user { id firstName } openJobs runningTimeEntry { jobCard { id } } }
      edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`;
  interface Listed {
    totalCount: number;
    nodes: { id: string; user: object; openJobs: number; runningTimeEntry: object | null }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  }
  const list = async (client: GraphClient, filter: object = {}, more: object = {}) =>
    (await client.ask<{ technicians: Listed }>(LIST, { filter, ...more })).technicians;

  it('are those who work on assigned jobs, with what they have in hand and the clock that runs', async () => {
    const own = await graph.shop({ centres: 1 });
    await requireInspection(own, false);
    const boss = await own.staff('MANAGER', { centres: own.centres });
    const busy = await own.staff('TECHNICIAN');
    const idle = await own.staff('TECHNICIAN', { centres: [own.centres[1]!] });
    const gone = await own.staff('TECHNICIAN');
    await own.admin.client.ask('mutation ($id: ID!) { setUserActive(id: $id, active: false) { id } }', {
      id: gone.id,
    });
    const { createRole } = await own.admin.client.ask<{ createRole: { id: string } }>(
      'mutation ($input: CreateRoleInput!) { createRole(input: $input) { id } }',
      {
        input: {
          name: 'Apprentice',
          permissions: ['jobs:read', 'jobs:update'].map((permission) => ({ permission, reach: 'OWN' })),
        },
      },
    );
    const apprentice = await own.staff('TECHNICIAN');
    await own.admin.client.ask(
      'mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { id } }',
      { id: apprentice.id, input: { roleId: createRole.id, firstName: 'Zita' } },
    );
    const customerId = (await createCustomer(boss.client, { serviceCentreId: own.centres[0] })).id;
    const { id: vehicleId } = await createVehicle(boss.client, {
      ownerId: customerId,
      serviceCentreId: own.centres[0],
    });
    const cards = [];
    for (let n = 0; n < 3; n += 1) {
      const { id } = await openCard(boss.client, vehicleId, { serviceCentreId: own.centres[0] });
      await assign(boss.client, id, busy);
      cards.push(id);
    }
    await done(busy.client, 'startJobCard', cards[2]!);
    await done(busy.client, 'completeJobCard', cards[2]!);
    await clockOn(busy.client, cards[0]!);
    const { totalCount, nodes } = await list(boss.client);
    expect(totalCount).toBe(3);
    expect(new Map(nodes.map(({ id, ...node }) => [id, node]))).toEqual(
      new Map<string, object>([
        [
          busy.id,
          {
            user: { id: busy.id, firstName: 'TECHNICIAN' },
            openJobs: 2,
            runningTimeEntry: { jobCard: { id: cards[0] } },
          },
        ],
        [idle.id, { user: { id: idle.id, firstName: 'TECHNICIAN' }, openJobs: 0, runningTimeEntry: null }],
        [
          apprentice.id,
          { user: { id: apprentice.id, firstName: 'Zita' }, openJobs: 0, runningTimeEntry: null },
        ],
      ]),
    );
    const ids = async (filter: object) => (await list(boss.client, filter)).nodes.map(({ id }) => id).sort();
    expect(await ids({ serviceCentreId: own.centres[1] })).toEqual([idle.id]);
    expect(await ids({ search: 'zita' })).toEqual([apprentice.id]);
    const walked: string[] = [];
    let after: string | null = null;
    do {
      const page: Listed = await list(boss.client, {}, { first: 2, after });
      walked.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(walked).toEqual(nodes.map(({ id }) => id));
    const { users } = await own.admin.client.ask<{ users: { nodes: { id: string }[] } }>(
      '{ users(filter: { technicians: false }) { nodes { id } } }',
    );
    expect(users.nodes.map(({ id }) => id).sort()).toEqual([own.admin.id, boss.id].sort());
  });

  it('show a technician what is their own of the others, and customers nothing', async () => {
    const [one, two] = [await shop.staff('TECHNICIAN'), await shop.staff('TECHNICIAN')];
    await worked(two, at(monday(-1), 9), null);
    const { nodes } = await list(one.client);
    expect(nodes.find(({ id }) => id === two.id)).toMatchObject({ openJobs: 0, runningTimeEntry: null });
    expect((await list(manager.client)).nodes.find(({ id }) => id === two.id)).toMatchObject({ openJobs: 1 });
    const { customerId } = await visit(manager.client);
    const customer = await accountOf(graph, shop, customerId);
    expect((await customer.client.send(LIST, { filter: {} })).code).toBe('FORBIDDEN');
  });
});

describe('the workload of a technician', () => {
  it('is shifts without absences, what is booked and clocked, and jobs, on days of the centre’s calendar', async () => {
    const { technicians, bays, centre } = await openWorkshop(shop, { technicians: 1 });
    const technician = technicians[0]!;
    const week = monday(-2);
    await setShift(shop.admin.client, {
      serviceCentreId: centre,
      technicianId: technician.id,
      fromDate: addDays(week, 2),
      days: [],
      reason: 'Ill',
    });
    await setShift(shop.admin.client, {
      serviceCentreId: centre,
      technicianId: technician.id,
      fromDate: addDays(week, 4),
      days: [{ from: '08:00', until: '12:00' }],
    });
    // Monday and Tuesday of nine hours, Wednesday ill, Thursday of nine, Friday of four.
    const load = () => loadOf(manager.client, technician.id, week, addDays(week, 6));
    expect(await load()).toEqual({
      timeZone: 'Europe/Rome',
      shiftHours: '31',
      bookedHours: '0',
      clockedHours: '0',
      utilisation: '0',
      openJobs: 0,
      completedJobs: 0,
      technician: { id: technician.id },
      serviceCentre: { id: centre },
    });
    const book = async (date: string, from: number, until: number, minutes: number, status = 'BOOKED') =>
      graph.sql(
        `insert into workshop.appointment (organisation_id, id, version, created_at, updated_at, number, service_centre_id,
           customer_id, bay_id, technician_id, starts_at, ends_at, minutes, service_item_ids, status)
         values ($1, gen_random_uuid(), 1, now(), now(), 'APT-' || lpad((random() * 1e9)::bigint::text, 9, '0'), $2,
           gen_random_uuid(), $3, $4, $5, $6, $7, '{}', $8)`,
        [shop.id, centre, bays[0], technician.id, at(date, from), at(date, until), minutes, status],
      );
    await book(week, 9, 11, 120);
    await book(week, 12, 13, 60, 'CANCELLED');
    // Begins the Sunday before, at 23, and goes on to the first hour of Monday.
    await book(addDays(week, -1), 23, 25, 120);
    // Twelve hours of work from Monday at 14: three on Monday, nine on Tuesday.
    await book(week, 14, 41, 720);
    expect(await load()).toMatchObject({ bookedHours: '15' });
    expect(await loadOf(manager.client, technician.id, week)).toMatchObject({
      shiftHours: '9',
      bookedHours: '6',
    });
    const one = await worked(technician, at(week, 8), at(week, 10.5));
    await worked(technician, at(addDays(week, -1), 23), at(week, 0.25));
    await worked(technician, at(addDays(week, 6), 23.5), at(addDays(week, 7), 1));
    expect(await load()).toMatchObject({ clockedHours: '3.25', utilisation: '0.1048', openJobs: 3 });
    await done(technician.client, 'startJobCard', one);
    await done(technician.client, 'completeJobCard', one);
    expect(await load()).toMatchObject({ openJobs: 2, completedJobs: 0 });
    await graph.sql('update workshop.job_card set completed_at = $2 where id = $1', [one, at(week, 11)]);
    expect(await load()).toMatchObject({ completedJobs: 1 });
    expect(await loadOf(shop.admin.client, technician.id, addDays(week, 5), addDays(week, 6))).toMatchObject({
      shiftHours: '0',
      utilisation: null,
      serviceCentre: { id: centre },
    });
  });

  it('counts a clock that runs until now', async () => {
    const technician = await shop.staff('TECHNICIAN');
    const from = new Date(Date.now() - 2 * 3_600_000).toISOString();
    await worked(technician, from, null);
    const days = [addDays(from.slice(0, 10), -1), addDays(from.slice(0, 10), 1)] as const;
    const { clockedHours } = await loadOf(manager.client, technician.id, ...days);
    expect(Number(clockedHours)).toBeGreaterThanOrEqual(2);
    expect(Number(clockedHours)).toBeLessThan(2.2);
  });

  it('has a day of 23 hours and one of 25 in the nights of the clock change', async () => {
    const { centre, technicians } = await openWorkshop(shop, { technicians: 1 });
    const technician = technicians[0]!;
    const all = ['SATURDAY', 'SUNDAY', 'MONDAY'].map((weekday) => ({
      weekday,
      from: '00:00',
      until: '24:00',
    }));
    await setShift(shop.admin.client, {
      serviceCentreId: centre,
      technicianId: technician.id,
      fromDate: '2026-01-01',
      week: all,
    });
    expect((await loadOf(manager.client, technician.id, '2026-03-29')).shiftHours).toBe('23');
    expect((await loadOf(manager.client, technician.id, '2026-10-25')).shiftHours).toBe('25');
    expect((await loadOf(manager.client, technician.id, '2026-03-28', '2026-03-30')).shiftHours).toBe('71');
  });

  it('is asked for at most 92 days, in order, and for one service centre', async () => {
    const technician = await shop.staff('TECHNICIAN', { centres: shop.centres });
    const ask = (from: string, to: string, client = manager.client, centre?: string) =>
      workload(client, technician.id, from, to, centre);
    expect(problemsOf(await ask('2026-03-02', '2026-03-01'))).toEqual(['to: ORDER']);
    expect(problemsOf(await ask('2026-01-01', '2026-04-03'))).toEqual(['to: TOO_LONG']);
    expect((await ask('2026-01-01', '2026-04-02')).code).toBeUndefined();
    expect(problemsOf(await ask('2026-01-01', '2026-01-02', shop.admin.client))).toEqual([
      'serviceCentreId: REQUIRED',
    ]);
    const there = await ask('2026-01-01', '2026-01-02', shop.admin.client, shop.centres[1]);
    expect(there.data.technicianWorkload).toMatchObject({ serviceCentre: { id: shop.centres[1] } });
  });

  it('is their own for a technician, of their centres for staff, and nobody’s else', async () => {
    const [one, two] = [await shop.staff('TECHNICIAN'), await shop.staff('TECHNICIAN')];
    const there = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
    const stranger = (await graph.shop()).admin;
    const seen = async (client: GraphClient, centre?: string) =>
      (await workload(client, one.id, '2026-01-01', '2026-01-02', centre)).data.technicianWorkload !== null;
    expect(await seen(one.client)).toBe(true);
    expect(await seen(two.client)).toBe(false);
    expect(await seen(manager.client)).toBe(true);
    expect(await seen(there.client)).toBe(false);
    expect(await seen(there.client, shop.centres[0])).toBe(false);
    expect(await seen(stranger.client, shop.centres[0])).toBe(false);
    expect((await workload(manager.client, 'nobody', '2026-01-01', '2026-01-02')).data).toEqual({
      technicianWorkload: null,
    });
  });
});
