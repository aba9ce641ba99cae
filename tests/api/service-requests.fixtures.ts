import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { arrive, type Visit } from './job-cards.fixtures';

export interface Asked {
  id: string;
  version: number;
  number: string;
  status: string;
}

export const REQUEST = 'id version number status';
export const RAISE = `mutation ($input: CreateServiceRequestInput!) { createServiceRequest(input: $input) { ${REQUEST} } }`;
export const CHANGE = `mutation ($id: ID!, $input: UpdateServiceRequestInput!) {
  updateServiceRequest(id: $id, input: $input) { ${REQUEST} description } }`;
export const APPROVE = `mutation ($id: ID!, $reason: String, $expectedVersion: Int) {
  approveServiceRequest(id: $id, reason: $reason, expectedVersion: $expectedVersion) { ${REQUEST} } }`;
export const REJECT = `mutation ($id: ID!, $reason: String!, $expectedVersion: Int) {
  rejectServiceRequest(id: $id, reason: $reason, expectedVersion: $expectedVersion) { ${REQUEST} closedReason } }`;
export const CANCEL = `mutation ($id: ID!, $reason: String!, $expectedVersion: Int) {
  cancelServiceRequest(id: $id, reason: $reason, expectedVersion: $expectedVersion) { ${REQUEST} closedReason } }`;

export const SCHEDULE = `mutation ($id: ID!, $input: ScheduleServiceRequestInput!) {
  scheduleServiceRequest(id: $id, input: $input) { ${REQUEST} } }`;

export async function raise(
  client: GraphClient,
  visit: Visit,
  input: Record<string, unknown> = {},
): Promise<Asked> {
  const { createServiceRequest } = await client.ask<{ createServiceRequest: Asked }>(RAISE, {
    input: { ...visit, description: 'The yearly service.', ...input },
  });
  return createServiceRequest;
}

/** A new customer with a car, and a request of theirs. */
export const raiseNew = async (client: GraphClient, input: Record<string, unknown> = {}): Promise<Asked> =>
  raise(client, await arrive(client, input.serviceCentreId as string | undefined), input);

export async function seesRequest(client: GraphClient, id: string): Promise<boolean> {
  const { serviceRequest } = await client.ask<{ serviceRequest: { id: string } | null }>(
    'query ($id: ID!) { serviceRequest(id: $id) { id } }',
    { id },
  );
  return serviceRequest !== null;
}

/** What a list answers, by number. */
export async function requestNumbers(
  client: GraphClient,
  filter: Record<string, unknown> = {},
  orderBy = 'NEWEST',
): Promise<string[]> {
  const { serviceRequests } = await client.ask<{ serviceRequests: { nodes: { number: string }[] } }>(
    `query ($filter: ServiceRequestFilter!, $orderBy: ServiceRequestOrder!) {
      serviceRequests(filter: $filter, orderBy: $orderBy, first: 100) { nodes { number } } }`,
    { filter, orderBy },
  );
  return serviceRequests.nodes.map((node) => node.number);
}

/** Everything that is kept about an organisation's requests: a refusal leaves it as it was. */
export async function requestsKept(graph: TestGraph, shop: Shop): Promise<unknown> {
  await untilIdle(graph, shop.id);
  const [row] = await graph.sql(
    `select (select json_agg(r order by id) from workshop.service_request r where organisation_id = $1) as requests,
       (select count(*)::int from workshop.service_request_status_change where organisation_id = $1) as steps,
       (select count(*)::int from platform.event where organisation_id = $1 and subject_type = 'ServiceRequest') as events,
       (select count(*)::int from platform.audit_log where organisation_id = $1
         and entity_type like 'ServiceRequest%') as audits,
       (select json_agg(n order by scope_id) from platform.number_series n where organisation_id = $1) as numbers`,
    [shop.id],
  );
  return row;
}
