import type { GraphAnswer, GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Member, Shop } from '../harness/shop';
import { createCustomer, createVehicle } from './customers.fixtures';

export interface Card {
  id: string;
  version: number;
  number: string;
  status: string;
}

export const CARD = 'id version number status';
export const CREATE = `mutation ($input: CreateJobCardInput!) { createJobCard(input: $input) { ${CARD} } }`;
export const UPDATE = `mutation ($id: ID!, $input: UpdateJobCardInput!) {
  updateJobCard(id: $id, input: $input) { ${CARD} complaint priority promisedAt estimatedCost { amount } } }`;
export const ASSIGN = `mutation ($id: ID!, $technicianId: ID!) {
  assignJobCard(id: $id, technicianId: $technicianId) { ${CARD} technician { id } } }`;
export const CANCEL = `mutation ($id: ID!, $reason: String!) { cancelJobCard(id: $id, reason: $reason) { ${CARD} } }`;

/** A customer with a car, known to the first service centre or the one named. */
export interface Visit {
  customerId: string;
  vehicleId: string;
}

export async function arrive(client: GraphClient, serviceCentreId?: string): Promise<Visit> {
  const { id: customerId } = await createCustomer(client, { serviceCentreId });
  const { id: vehicleId } = await createVehicle(client, { ownerId: customerId, serviceCentreId });
  return { customerId, vehicleId };
}

export async function openCard(
  client: GraphClient,
  vehicleId: string,
  input: Record<string, unknown> = {},
): Promise<Card> {
  const { createJobCard } = await client.ask<{ createJobCard: Card }>(CREATE, {
    input: { vehicleId, complaint: 'The brakes squeal.', ...input },
  });
  return createJobCard;
}

export const assign = (client: GraphClient, id: string, to: Member) =>
  client.send<{ assignJobCard: Card & { technician: { id: string } } }>(ASSIGN, { id, technicianId: to.id });

export const cancel = (client: GraphClient, id: string, reason = 'The customer changed their mind.') =>
  client.send<{ cancelJobCard: Card }>(CANCEL, { id, reason });

/** Whether a card must be inspected before somebody is assigned to it; it must, unless a shop says otherwise. */
export const requireInspection = (shop: Shop, requiresInspection: boolean) =>
  shop.admin.client.ask(
    'mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { id } }',
    { input: { requiresInspection } },
  );

/** What a list answers, by number. */
export async function numbers(
  client: GraphClient,
  filter: Record<string, unknown> = {},
  orderBy = 'NEWEST',
): Promise<string[]> {
  const { jobCards } = await client.ask<{ jobCards: { nodes: { number: string }[] } }>(
    `query ($filter: JobCardFilter!, $orderBy: JobCardOrder!) {
      jobCards(filter: $filter, orderBy: $orderBy, first: 100) { nodes { number } } }`,
    { filter, orderBy },
  );
  return jobCards.nodes.map((node) => node.number);
}

export async function seesCard(client: GraphClient, id: string): Promise<boolean> {
  const { jobCard } = await client.ask<{ jobCard: { id: string } | null }>(
    'query ($id: ID!) { jobCard(id: $id) { id } }',
    { id },
  );
  return jobCard !== null;
}

/** A state without its history, set from outside; what waits came from IN_PROGRESS. */
export const putInState = (graph: TestGraph, id: string, status: string, technicianId: string) =>
  graph.sql(
    `update workshop.job_card set status = $2,
       technician_id = case when $2 in ('CREATED', 'INSPECTED') then null else $3::uuid end,
       resumes_as = case when w.wait is null then null else 'IN_PROGRESS' end,
       waiting_for = array_remove(array[w.wait], null)
     from (select case $2 when 'WAITING_PARTS' then 'PARTS' when 'WAITING_APPROVAL' then 'APPROVAL'
       when 'PAUSED' then 'OTHER' end as wait) w where id = $1`,
    [id, status, technicianId],
  );

/** Everything that is kept about an organisation's jobs: a refusal leaves it as it was. */
export async function keptAbout(graph: TestGraph, shop: Shop): Promise<unknown> {
  await untilIdle(graph, shop.id);
  const [row] = await graph.sql(
    `select (select json_agg(c order by id) from workshop.job_card c where organisation_id = $1) as cards,
       (select count(*)::int from workshop.job_card_status_change where organisation_id = $1) as steps,
       (select count(*)::int from platform.event where organisation_id = $1 and subject_type = 'JobCard') as events,
       (select count(*)::int from platform.audit_log where organisation_id = $1 and entity_type like 'JobCard%') as audits,
       (select json_agg(n order by scope_id) from platform.number_series n where organisation_id = $1) as numbers`,
    [shop.id],
  );
  return row;
}

/** Refused with this code, and nothing came back. */
export function expectRefusal(answer: GraphAnswer<unknown>, code: string): void {
  expect(answer.code).toBe(code);
  expect(answer.data).toBeNull();
}
