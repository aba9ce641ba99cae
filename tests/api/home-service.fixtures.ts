import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Member, Shop } from '../harness/shop';
import type { Id } from './scheduling.fixtures';

export const VISIT = `id version createdAt updatedAt number status startsAt endsAt minutes travelMinutes leavesAt returnsAt directions notes
  expectedArrivalAt routeStartedAt arrivedAt startedAt completedAt completionNotes cancelReason overrideReason
  address { street city region postalCode country } position { latitude longitude at } serviceItems { code }
  serviceRequest { id status } jobCard { id status complaint technician { id } } serviceCentre { id } customer { id }
  vehicle { id } technician { id } overriddenBy { id }`;

export interface Visit {
  id: string;
  version: number;
  number: string;
  status: string;
  startsAt: string;
  endsAt: string;
  minutes: number;
  travelMinutes: number;
  leavesAt: string;
  returnsAt: string;
  expectedArrivalAt: string | null;
  routeStartedAt: string | null;
  arrivedAt: string | null;
  cancelReason: string | null;
  overrideReason: string | null;
  position: { latitude: number; longitude: number; at: string } | null;
  jobCard: { id: string; status: string; complaint: string; technician: Id | null } | null;
  technician: Id | null;
  overriddenBy: Id | null;
}

const PLAN = `mutation ($input: CreateHomeServiceInput!) { done: createHomeService(input: $input) { ${VISIT} } }`;
const ADDRESS = { street: 'Via Po 1', city: 'Torino', country: 'IT' };

type Answer = { done: Visit } | null;

export const sendPlan = (client: GraphClient, input: object) =>
  client.send<Answer>(PLAN, { input: { minutes: 60, address: ADDRESS, ...input } });

export const plan = async (client: GraphClient, input: object): Promise<Visit> =>
  (await client.ask<{ done: Visit }>(PLAN, { input: { minutes: 60, address: ADDRESS, ...input } })).done;

/** Commands that take an id and perhaps more. */
const COMMANDS = {
  schedule: `mutation ($id: ID!, $input: ScheduleHomeServiceInput!) { done: scheduleHomeService(id: $id, input: $input)`,
  assign: `mutation ($id: ID!, $input: AssignHomeServiceInput!) { done: assignHomeService(id: $id, input: $input)`,
  update: `mutation ($id: ID!, $input: UpdateHomeServiceInput!) { done: updateHomeService(id: $id, input: $input)`,
  leave: `mutation ($id: ID!, $arrival: DateTime) { done: startHomeServiceRoute(id: $id, expectedArrivalAt: $arrival)`,
  locate: `mutation ($id: ID!, $input: HomeServiceLocationInput!) {
    done: updateHomeServiceLocation(id: $id, input: $input)`,
  arrive: `mutation ($id: ID!) { done: arriveHomeService(id: $id)`,
  start: `mutation ($id: ID!) { done: startHomeService(id: $id)`,
  complete: `mutation ($id: ID!, $notes: String) { done: completeHomeService(id: $id, notes: $notes)`,
  cancel: `mutation ($id: ID!, $reason: String!, $version: Int) {
    done: cancelHomeService(id: $id, reason: $reason, expectedVersion: $version)`,
} as const;
export type VisitCommand = keyof typeof COMMANDS;
export const VISIT_COMMANDS = Object.keys(COMMANDS) as VisitCommand[];

/** With what everybody may see of it who sees it at all. */
const SEEN = 'id version number status startsAt';

export const sendVisit = (client: GraphClient, command: VisitCommand, id: string, more: object = {}) =>
  client.send<Answer>(`${COMMANDS[command]} { ${VISIT} } }`, { id, reason: 'Plans changed.', ...more });

export const sendOwnVisit = (client: GraphClient, command: VisitCommand, id: string, more: object = {}) =>
  client.send<Answer>(`${COMMANDS[command]} { ${SEEN} } }`, { id, reason: 'Plans changed.', ...more });

export const doVisit = async (
  client: GraphClient,
  command: VisitCommand,
  id: string,
  more: object = {},
): Promise<Visit> =>
  (
    await client.ask<{ done: Visit }>(`${COMMANDS[command]} { ${VISIT} } }`, {
      id,
      reason: 'Plans changed.',
      ...more,
    })
  ).done;

export async function readVisit(client: GraphClient, id: string): Promise<Visit | null> {
  const { homeService } = await client.ask<{ homeService: Visit | null }>(
    `query ($id: ID!) { homeService(id: $id) { ${VISIT} } }`,
    { id },
  );
  return homeService;
}

export const positionOf = async (client: GraphClient, id: string): Promise<Visit['position']> =>
  (
    await client.ask<{ homeService: Visit }>(
      'query ($id: ID!) { homeService(id: $id) { position { latitude longitude at } } }',
      { id },
    )
  ).homeService.position;

export async function visitNumbers(client: GraphClient, filter: object = {}, orderBy = 'EARLIEST') {
  const { homeServices } = await client.ask<{ homeServices: { nodes: { number: string }[] } }>(
    `query ($filter: HomeServiceFilter!, $orderBy: HomeServiceOrder!) {
      homeServices(filter: $filter, orderBy: $orderBy, first: 100) { nodes { number } } }`,
    { filter, orderBy },
  );
  return homeServices.nodes.map(({ number }) => number);
}

export interface VisitStep {
  action: string;
  status: string;
  startsAt: string;
  endsAt: string;
  reason: string | null;
  changedBy: Id | null;
  technician: Id | null;
}

/** The earliest step first. */
export async function visitHistory(client: GraphClient, id: string): Promise<VisitStep[]> {
  const { homeService } = await client.ask<{ homeService: { history: VisitStep[] } }>(
    `query ($id: ID!) { homeService(id: $id) { history { id version createdAt updatedAt action status startsAt endsAt
       reason changedBy { id } technician { id } } } }`,
    { id },
  );
  return [...homeService.history].reverse();
}

/** Everything that is kept about an organisation's visits and what they touch: a refusal leaves it as it was. */
export async function visitsKept(graph: TestGraph, shop: Shop): Promise<unknown> {
  await untilIdle(graph, shop.id);
  const tables = ['home_service', 'home_service_change', 'home_service_position', 'technician_time']
    .concat(['appointment', 'job_card', 'service_request', 'service_request_status_change'])
    .map(
      (table) =>
        `(select json_agg(t order by id) from workshop.${table} t where organisation_id = $1) as ${table}`,
    );
  const [row] = await graph.sql(
    `select ${tables.join(', ')}, (select json_agg(n order by scope_id, kind) from platform.number_series n
         where organisation_id = $1) as numbers,
       (select count(*)::int from platform.event where organisation_id = $1
         and subject_type <> 'Notification') as events,
       (select count(*)::int from platform.audit_log where organisation_id = $1 and actor_kind = 'USER') as audits`,
    [shop.id],
  );
  return row;
}

/** There, with somebody who can begin. */
export async function onSite(desk: GraphClient, technician: Member, input: object): Promise<Visit> {
  const { id } = await plan(desk, { technicianId: technician.id, ...input });
  await doVisit(technician.client, 'leave', id);
  return doVisit(technician.client, 'arrive', id);
}

/** At work on site; answers with its job card. */
export async function atWork(
  desk: GraphClient,
  technician: Member,
  input: object,
): Promise<{ id: string; jobCardId: string }> {
  const { id } = await onSite(desk, technician, input);
  const { jobCard } = await doVisit(technician.client, 'start', id);
  return { id, jobCardId: jobCard!.id };
}
