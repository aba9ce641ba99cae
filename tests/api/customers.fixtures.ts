import type { GraphAnswer, GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import { type Member, type Shop, signIn } from '../harness/shop';

export { eventually } from '../harness/until';

export interface Known {
  id: string;
  version: number;
}

export async function createCustomer(
  client: GraphClient,
  input: Record<string, unknown> = {},
): Promise<Known & { code: string }> {
  const { createCustomer: made } = await client.ask<{ createCustomer: Known & { code: string } }>(
    'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { id version code } }',
    { input: { firstName: 'Anna', lastName: 'Verdi', ...input } },
  );
  return made;
}

export async function createVehicle(
  client: GraphClient,
  input: Record<string, unknown> = {},
): Promise<Known> {
  const { createVehicle: made } = await client.ask<{ createVehicle: Known }>(
    'mutation ($input: CreateVehicleInput!) { createVehicle(input: $input) { id version } }',
    { input: { make: 'Fiat', model: 'Panda', ...input } },
  );
  return made;
}

/** Somebody signed in as this customer: an account of the built-in role, with their own records in reach. */
export async function accountOf(graph: TestGraph, shop: Shop, customerId: string): Promise<Member> {
  const member = await shop.staff('RECEPTIONIST');
  await graph.sql(
    `update customer.user_account u set customer_id = $2, role_id = r.id
     from customer.role r where r.organisation_id = u.organisation_id and r.kind = 'CUSTOMER' and u.id = $1`,
    [member.id, customerId],
  );
  await graph.sql('delete from customer.user_service_centre where user_id = $1', [member.id]);
  return { ...member, client: await signIn(graph, shop.slug, member.email) };
}

export interface AuditRow {
  action: string;
  actor_id: string | null;
  old_values: Record<string, unknown> | null;
  new_values: Record<string, unknown> | null;
}

export const auditOf = (graph: TestGraph, entityId: string): Promise<AuditRow[]> =>
  graph.sql<AuditRow>(
    'select action, actor_id, old_values, new_values from platform.audit_log where entity_id = $1 order by id',
    [entityId],
  );

/** Names of the events about a record, in their order. */
export async function eventsOf(graph: TestGraph, subjectId: string): Promise<string[]> {
  const rows = await graph.sql<{ name: string }>(
    'select name from platform.event where subject_id = $1 order by position',
    [subjectId],
  );
  return rows.map((row) => row.name);
}

/** How much has been written for an organisation: a refusal leaves it as it was. */
export async function written(graph: TestGraph, shop: Shop): Promise<Record<string, number>> {
  await untilIdle(graph, shop.id);
  const counts = ['customer.customer', 'customer.contact', 'customer.customer_centre', 'customer.file']
    .concat(['vehicle.vehicle', 'vehicle.plate_period', 'vehicle.ownership', 'vehicle.vehicle_centre'])
    .concat(['platform.audit_log'])
    .map((table) => `(select count(*)::int from ${table} where organisation_id = $1) as "${table}"`)
    .concat(
      "(select count(*)::int from platform.event where organisation_id = $1 and subject_type <> 'Notification') as events",
    );
  const [row] = await graph.sql<Record<string, number>>(`select ${counts.join(', ')}`, [shop.id]);
  return row!;
}

/** Bad input as `path: CODE`, without the name of the argument in front. */
export const problemsOf = (answer: GraphAnswer<unknown>): string[] =>
  (answer.errors[0]?.extensions.fields ?? []).map(
    ({ path, code }) => `${path.replace(/^input\./, '')}: ${code}`,
  );
