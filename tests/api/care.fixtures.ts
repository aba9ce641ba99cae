import { randomBytes } from 'node:crypto';
import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { arrive, openCard, putInState } from './job-cards.fixtures';

export interface Numbered {
  id: string;
  version: number;
  number: string;
  status: string;
}

export const LEAD = 'id version number status customer { id } assignee { id } lostReason convertedAt';
export const COMPLAINT = 'id version number status';

export const oneOf = async <T>(client: GraphClient, query: string, variables: object): Promise<T> =>
  Object.values(await client.ask<Record<string, T>>(query, variables as Record<string, unknown>))[0]!;

export const createLead = (client: GraphClient, input: object = {}): Promise<Numbered> =>
  oneOf(client, `mutation ($input: CreateLeadInput!) { createLead(input: $input) { ${COMPLAINT} } }`, {
    input: {
      firstName: 'Lea',
      lastName: 'Neri',
      phone: '333 7770001',
      source: 'WALK_IN',
      interest: 'SERVICE',
      ...input,
    },
  });

export const updateLead = (client: GraphClient, id: string, input: object) =>
  client.send<{ updateLead: Numbered }>(
    `mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { ${COMPLAINT} } }`,
    { id, input },
  );

export async function qualify(client: GraphClient, id: string): Promise<void> {
  for (const status of ['CONTACTED', 'QUALIFIED']) {
    const { errors } = await updateLead(client, id, { status });
    if (errors.length) throw new Error(errors[0]!.message);
  }
}

export interface Done {
  jobCardId: string;
  customerId: string;
  vehicleId: string;
}

/** A job that the customer has their vehicle back from; no command leads there yet. */
export async function jobDone(
  graph: TestGraph,
  client: GraphClient,
  technician: Member,
  serviceCentreId: string,
): Promise<Done> {
  const { customerId, vehicleId } = await arrive(client, serviceCentreId);
  const { id } = await openCard(client, vehicleId, { serviceCentreId });
  await putInState(graph, id, 'DELIVERED', technician.id);
  return { jobCardId: id, customerId, vehicleId };
}

export const SUBMIT = `mutation ($input: SubmitFeedbackInput!) {
  submitFeedback(input: $input) { id version rating comment feedbackType status } }`;

export const submit = (client: GraphClient, input: object) =>
  client.send<{ submitFeedback: { id: string; status: string; rating: number } }>(SUBMIT, { input });

export const complain = (client: GraphClient, input: object) =>
  client.send<{ createComplaint: Numbered }>(
    `mutation ($input: CreateComplaintInput!) { createComplaint(input: $input) { ${COMPLAINT} } }`,
    { input: { category: 'DELAY', description: 'Two weeks for a tyre.', ...input } },
  );

/** The event as the workshop will emit it, by the path of every event. */
export async function emit(
  graph: TestGraph,
  shop: Shop,
  event: { name: string; subjectType: string; subjectId: string; payload: object },
): Promise<void> {
  const id = `00000000-0000-7000-8000-${randomBytes(6).toString('hex')}`;
  const events = [{ ...event, id, actor: { kind: 'SYSTEM', id: null }, requestId: 'test' }];
  await graph.sql('begin');
  await graph.sql("select set_config('liftbay.organisation', $1, true)", [shop.id]);
  await graph.sql("select platform.settle('[]', '[]', $1)", [JSON.stringify(events)]);
  await graph.sql('commit');
}
