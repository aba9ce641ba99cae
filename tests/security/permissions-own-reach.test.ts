import { useGraph } from '../harness/graph';
import type { Caller } from './callers.fixtures';
import { endow, type Given, grantsOf, holderOf, type RoleHolder } from './custom-role.fixtures';
import { MATRIX, rowOf } from './matrix';
import { fieldOf } from './operation.fixtures';
import { COMMANDS, QUERIES } from './operations.fixtures';
import { World } from './world.fixtures';

/**
 * A permission that is held for one’s own records reaches those alone, whatever else one may read. Where nothing can
 * be one’s own, it cannot be given so: it would look small and open everything.
 */
const graph = useGraph();
const world = new World(graph);
let holder: RoleHolder;

beforeAll(async () => {
  await world.build();
  holder = await holderOf(world.here, {});
});

/** What has an owner, or somebody it is assigned to. */
const OWNED = new Set([
  'users:read',
  'users:update',
  'users:delete',
  'customers:read',
  'customers:update',
  'customers:archive',
  'vehicles:read',
  'vehicles:create',
  'vehicles:update',
  'vehicles:archive',
  'vehicles:transfer',
  'jobs:read',
  'jobs:update',
  'jobs:assign',
  'jobs:cancel',
  'serviceItems:read',
  'appointments:read',
  'appointments:create',
  'appointments:update',
  'appointments:cancel',
  'jobs:photograph',
  'jobParts:request',
  'jobParts:issue',
  'jobParts:return',
  'jobParts:cancel',
  'jobs:decide',
  'jobs:deliver',
  'time:read',
  'time:correct',
  'serviceRequests:read',
  'serviceRequests:create',
  'serviceRequests:cancel',
  'files:read',
  'reminders:read',
  'reminders:create',
  'reminders:update',
  'files:create',
  'dashboards:read',
  'messages:read',
  'feedback:read',
  'feedback:create',
  'complaints:read',
  'complaints:create',
  'customers:export',
  'counterOrders:read',
  'warrantyClaims:read',
  'warrantyClaims:create',
  'quotations:read',
  'quotations:update',
  'quotations:decide',
  'invoices:read',
  'invoices:create',
  'invoices:update',
  'payments:read',
  'statements:read',
  'payments:create',
  'payments:pay',
  'purchaseRequests:read',
  'purchaseRequests:create',
  'homeServices:read',
  'homeServices:create',
  'homeServices:dispatch',
  'homeServices:update',
  'homeServices:cancel',
  'inspections:read',
  'inspections:create',
  'inspections:update',
  'inspections:publish',
  'inspections:share',
  'inspections:cancel',
]);

const permissions = [...new Set(MATRIX.flatMap(({ needs }) => (needs === 'sign-in' ? [] : [needs])))];
/** No root field asks for the last one. */
const EVERYTHING_READ: Given = Object.fromEntries(
  [...permissions.filter((name) => name.endsWith(':read')), 'jobParts:read'].map((name) => [
    name,
    'ALL' as const,
  ]),
);

const onRecords = [...QUERIES, ...COMMANDS].filter(
  (operation) =>
    operation.kind !== 'nothing' && !operation.byReference && OWNED.has(rowOf(fieldOf(operation)).needs),
);

test.each(onRecords.map((operation) => [operation.name, operation] as const))(
  '%s, held for one’s own records, does not reach the others',
  async (field, operation) => {
    const needs = rowOf(fieldOf(operation)).needs;
    const caller: Caller = {
      ...world.caller('TECHNICIAN'),
      role: 'CUSTOM',
      client: holder.client,
      userId: holder.id,
    };
    await endow(holder, world.here, { ...EVERYTHING_READ, [needs]: 'OWN' });
    const id = world.stands(operation.kind, 'ownCentre', caller)!;
    const stand = await world.fingerprint();
    const { query, variables } = await operation.ask({ id, place: 'ownCentre', caller, world });
    const { code, data } = await holder.client.send<Record<string, unknown> | null>(query, variables);
    expect(JSON.stringify(data?.[field] ?? null)).not.toContain(id);
    expect(['FORBIDDEN', 'NOT_FOUND', ...(QUERIES.includes(operation) ? [undefined] : [])]).toContain(code);
    expect(await world.fingerprint()).toEqual(stand);
  },
);

test.each(permissions.filter((name) => !OWNED.has(name)))(
  '%s cannot be given for one’s own records',
  async (name) => {
    const answer = await world.here.admin.client.send(
      'mutation ($id: ID!, $input: UpdateRoleInput!) { updateRole(id: $id, input: $input) { id } }',
      { id: holder.roleId, input: { permissions: grantsOf({ ...EVERYTHING_READ, [name]: 'OWN' }) } },
    );
    expect(answer.code).toBe('BAD_INPUT');
  },
);
