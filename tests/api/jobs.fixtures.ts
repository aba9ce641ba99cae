import type { GraphAnswer, GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Member, Shop } from '../harness/shop';
import { arrive, assign, openCard, requireInspection, type Visit } from './job-cards.fixtures';

/** What commands answer about a card. */
export interface Standing {
  id: string;
  version: number;
  status: string;
  waitingFor: string[];
}

const STANDING = 'id version status waitingFor';

/** A step of a card by its own command: `startJobCard` and its like. */
export const step = (
  client: GraphClient,
  command: string,
  id: string,
  more: { reason?: string; expectedVersion?: number } = {},
): Promise<GraphAnswer<Record<string, Standing>>> => {
  const reason = command === 'pauseJobCard' || command === 'cancelJobCard';
  const version = command !== 'cancelJobCard';
  const takes = [
    '$id: ID!',
    ...(reason ? [`$reason: String${command === 'cancelJobCard' ? '!' : ''}`] : []),
    ...(version ? ['$expectedVersion: Int'] : []),
  ];
  const gives = [
    'id: $id',
    ...(reason ? ['reason: $reason'] : []),
    ...(version ? ['expectedVersion: $expectedVersion'] : []),
  ];
  return client.send(`mutation (${takes.join()}) { ${command}(${gives.join()}) { ${STANDING} } }`, {
    id,
    ...more,
  });
};

/** The same, which must work: where the card stands then. */
export async function done(
  client: GraphClient,
  command: string,
  id: string,
  more: { reason?: string; expectedVersion?: number } = {},
): Promise<Standing> {
  const { data, errors } = await step(client, command, id, more);
  if (errors.length) throw new Error(`${command}: ${errors[0]!.extensions.code} ${errors[0]!.message}`);
  return data[command]!;
}

/** A shop where cards need no inspection, with one manager and one technician. */
export interface Workshop {
  shop: Shop;
  manager: Member;
  technician: Member;
  visit: Visit;
}

export async function openWorkshop(graph: Pick<TestGraph, 'shop'>): Promise<Workshop> {
  const shop = await graph.shop({ centres: 1 });
  await requireInspection(shop, false);
  const manager = await shop.staff('MANAGER');
  const technician = await shop.staff('TECHNICIAN');
  return { shop, manager, technician, visit: await arrive(manager.client) };
}

/** A card that is assigned, and if wished begun. */
export async function takeOn(
  { manager, technician, visit }: Workshop,
  { started = true, ...input }: Record<string, unknown> = {},
): Promise<string> {
  const { id } = await openCard(manager.client, visit.vehicleId, input);
  await assign(manager.client, id, technician);
  if (started) await done(technician.client, 'startJobCard', id);
  return id;
}

export interface Service {
  id: string;
  version: number;
  status: string;
  name: string;
}

const SERVICE = 'id version status name';

export const addService = (
  client: GraphClient,
  jobCardId: string,
  input: Record<string, unknown> = {},
): Promise<GraphAnswer<{ addJobService: Service }>> =>
  client.send(`mutation ($input: AddJobServiceInput!) { addJobService(input: $input) { ${SERVICE} } }`, {
    input: { jobCardId, name: 'Brake pads', ...input },
  });

/** `startJobService`, `completeJobService`, `skipJobService`. */
export const moveService = (
  client: GraphClient,
  command: string,
  id: string,
  more: { reason?: string; expectedVersion?: number } = {},
): Promise<GraphAnswer<Record<string, Service>>> => {
  const skips = command === 'skipJobService';
  return client.send(
    `mutation ($id: ID!, $expectedVersion: Int${skips ? ', $reason: String!' : ''}) {
      ${command}(id: $id, expectedVersion: $expectedVersion${skips ? ', reason: $reason' : ''}) { ${SERVICE} } }`,
    { id, ...(skips ? { reason: 'The part is not made any more.' } : {}), ...more },
  );
};

export async function servicesOf(client: GraphClient, id: string): Promise<Service[]> {
  const { jobCard } = await client.ask<{ jobCard: { services: Service[] } }>(
    `query ($id: ID!) { jobCard(id: $id) { services { ${SERVICE} } } }`,
    { id },
  );
  return jobCard.services;
}

export interface Proposal {
  id: string;
  version: number;
  status: string;
  amount: { amount: string; currency: string };
}

export const PROPOSAL = 'id version status amount { amount currency }';
export const eur = (amount: string) => ({ amount, currency: 'EUR' });

export const propose = (
  client: GraphClient,
  jobCardId: string,
  input: Record<string, unknown> = {},
): Promise<GraphAnswer<{ proposeAdditionalService: Proposal }>> =>
  client.send(
    `mutation ($input: ProposeAdditionalServiceInput!) { proposeAdditionalService(input: $input) { ${PROPOSAL} } }`,
    {
      input: {
        jobCardId,
        title: 'New discs',
        lines: [{ name: 'Discs, front', unitPrice: eur('120.00') }],
        ...input,
      },
    },
  );

export async function proposed(
  client: GraphClient,
  jobCardId: string,
  input: Record<string, unknown> = {},
): Promise<Proposal> {
  const { data, errors } = await propose(client, jobCardId, input);
  if (errors.length) throw new Error(JSON.stringify(errors));
  return data.proposeAdditionalService;
}

/** What was seen is decided on, unless told otherwise. */
export const decide = (
  client: GraphClient,
  proposal: Pick<Proposal, 'id' | 'version' | 'amount'>,
  input: Record<string, unknown> = {},
): Promise<GraphAnswer<{ decideAdditionalService: Proposal }>> => {
  const { amount, currency } = proposal.amount;
  return client.send(
    `mutation ($id: ID!, $input: DecideAdditionalServiceInput!) {
      decideAdditionalService(id: $id, input: $input) { ${PROPOSAL} } }`,
    {
      id: proposal.id,
      input: { decision: 'APPROVE', version: proposal.version, amount: { amount, currency }, ...input },
    },
  );
};

/** As staff record it. */
export const IN_PERSON = { means: 'IN_PERSON' };

export interface Entry {
  id: string;
  version: number;
  startedAt: string;
  endedAt: string | null;
}

const ENTRY = 'id version startedAt endedAt';

export const clockOn = (
  client: GraphClient,
  jobCardId: string,
  input: Record<string, unknown> = {},
): Promise<GraphAnswer<{ startTimeEntry: Entry }>> =>
  client.send(`mutation ($input: StartTimeEntryInput!) { startTimeEntry(input: $input) { ${ENTRY} } }`, {
    input: { jobCardId, ...input },
  });

export const clockOff = (client: GraphClient, id: string): Promise<GraphAnswer<{ stopTimeEntry: Entry }>> =>
  client.send(`mutation ($id: ID!) { stopTimeEntry(id: $id) { ${ENTRY} } }`, { id });

export async function standing(client: GraphClient, id: string): Promise<Standing> {
  const { jobCard } = await client.ask<{ jobCard: Standing }>(
    `query ($id: ID!) { jobCard(id: $id) { ${STANDING} } }`,
    { id },
  );
  return jobCard;
}

/** Its history as arrows, the first step first. */
export async function stepsOf(client: GraphClient, id: string): Promise<string[]> {
  const { jobCard } = await client.ask<{
    jobCard: { statusHistory: { fromStatus: string | null; toStatus: string }[] };
  }>('query ($id: ID!) { jobCard(id: $id) { statusHistory { fromStatus toStatus } } }', { id });
  return jobCard.statusHistory.map(({ fromStatus, toStatus }) => `${fromStatus} → ${toStatus}`).reverse();
}

const KEPT = ['job_card', 'job_card_status_change', 'pre_inspection', 'job_service', 'additional_service']
  .concat(['time_entry', 'time_entry_correction'])
  .map((table) => `workshop.${table}`)
  .concat(['vehicle.odometer_reading']);
const WRITTEN = ['JobCard', 'JobCardStatusChange', 'PreInspection', 'JobService', 'AdditionalService'].concat(
  ['TimeEntry', 'TimeEntryCorrection', 'OdometerReading'],
);

/** Everything that is kept about the work of an organisation: a refusal leaves it as it was. */
export async function workOf(graph: TestGraph, shop: Shop): Promise<unknown> {
  await untilIdle(graph, shop.id);
  const [row] = await graph.sql(
    `select ${KEPT.map(
      (table) => `(select json_agg(t order by id) from ${table} t where organisation_id = $1) as "${table}"`,
    ).join()}, (select count(*)::int from platform.event where organisation_id = $1 and subject_type = 'JobCard') as events,
      (select count(*)::int from platform.audit_log where organisation_id = $1 and entity_type = any($2)) as audits`,
    [shop.id, WRITTEN],
  );
  return row;
}
