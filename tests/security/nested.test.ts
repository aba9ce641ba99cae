import { isNonNullType, isObjectType } from 'graphql';
import { APPS } from '../../program/apps';
import { accessTable } from '../../shared/access/guard';
import { declaredSchema } from '../../shared/subgraph/schema';
import type { GraphAnswer } from '../harness/client';
import { useGraph } from '../harness/graph';
import { endow, type Given, holderOf, type RoleHolder } from './custom-role.fixtures';
import { MATRIX } from './matrix';
import { World } from './world.fixtures';

/** A permission that is missing for a field inside a record denies that field, and the rest is answered. */
const graph = useGraph();
const world = new World(graph);
let holder: RoleHolder;

beforeAll(async () => {
  await world.build();
  holder = await holderOf(world.here, {});
});

const everything = [
  ...new Set(MATRIX.flatMap(({ needs }) => (needs === 'sign-in' ? [] : needs))),
  'settings:read',
  'jobParts:read',
];
const without = (permission: string): Given =>
  Object.fromEntries(
    everything
      .filter((name) => name.split(':')[0] !== permission.split(':')[0])
      .map((name) => [name, 'ALL' as const]),
  );

/** The missing permission, a root field, a field inside it, and what is asked of that: if only for its id. */
const NESTED: readonly [string, string, string, string][] = [
  ['customers:read', 'jobCard', 'customer', '{ lastName }'],
  ['customers:read', 'jobCard', 'customer', '{ id }'],
  ['customers:read', 'vehicle', 'owner', '{ lastName }'],
  ['customers:read', 'vehicle', 'owner', '{ id }'],
  ['vehicles:read', 'jobCard', 'vehicle', '{ make }'],
  ['vehicles:read', 'jobCard', 'vehicle', '{ id }'],
  ['vehicles:read', 'customer', 'vehicles', '{ totalCount }'],
  ['jobs:read', 'customer', 'jobCards', '{ totalCount }'],
  ['jobs:read', 'vehicle', 'serviceHistory', '{ totalCount }'],
  ['jobs:read', 'vehicle', 'jobCards', '{ totalCount }'],
  ['reminders:read', 'vehicle', 'reminders', '{ totalCount }'],
  ['jobParts:read', 'jobCard', 'parts', '{ id }'],
  ['jobParts:read', 'jobCard', 'partsAvailability', '{ complete }'],
  ['users:read', 'jobCard', 'technician', '{ firstName }'],
  ['users:read', 'jobCard', 'technician', '{ id }'],
  ['users:read', 'serviceCentre', 'manager', '{ firstName }'],
  ['serviceCentres:read', 'jobCard', 'serviceCentre', '{ name }'],
  ['serviceCentres:read', 'jobCard', 'serviceCentre', '{ id }'],
];

/** The same inside lists: the missing permission, the list, its rows in it, a field of a row. */
const IN_LISTS: readonly [string, string, string[], string, string][] = [
  ['customers:read', 'jobCards(first: 3)', ['nodes'], 'customer', '{ lastName }'],
  ['customers:read', 'messages(first: 3)', ['nodes'], 'customer', '{ lastName }'],
  ['serviceCentres:read', 'messages(first: 3)', ['nodes'], 'serviceCentre', '{ name }'],
  ['vehicles:read', 'customers(first: 3)', ['nodes'], 'vehicles', '{ totalCount }'],
  ['serviceCentres:read', 'stockLocations(first: 3)', ['nodes'], 'serviceCentre', '{ name }'],
  ['parts:read', 'stockLevels(first: 3)', ['nodes'], 'part', '{ sku }'],
  ['stock:read', 'parts(first: 3)', ['nodes'], 'available', ''],
  ['users:read', 'stockMovements(first: 3)', ['nodes'], 'actor', '{ id }'],
  ['users:read', 'serviceCentres(first: 3)', ['nodes'], 'manager', '{ firstName }'],
  ['parts:read', 'purchaseRequests(first: 3)', ['nodes'], 'part', '{ sku }'],
  ['purchaseOrders:read', 'purchaseRequests(first: 3)', ['nodes'], 'purchaseOrder', '{ number }'],
  ['suppliers:read', 'purchaseOrders(first: 3)', ['nodes'], 'supplier', '{ name }'],
  ['purchaseRequests:read', 'purchaseOrders(first: 3)', ['nodes'], 'requests', '{ quantity }'],
  ['users:read', 'auditLogs(first: 3)', ['nodes'], 'actor', '{ firstName }'],
  ['settings:read', 'organisation', [], 'adminAllowedAddresses', ''],
  ['settings:read', 'organisation', [], 'paymentReminderDays', ''],
];

type Answer = GraphAnswer<Record<string, Record<string, unknown> | null> | null>;

describe('through the gateway', () => {
  let own: Record<string, string>;

  beforeAll(async () => {
    const { here } = world;
    const { client, id: adminId } = here.admin;
    const ask = (query: string, variables = {}) =>
      client.ask<Record<string, { id: string }>>(query, variables);
    const caller = world.caller('ADMIN');
    const customer = (await world.make('customer', 'ownCentre', caller))!;
    const vehicle = (await world.make('vehicle', 'ownCentre', caller))!;
    await ask('mutation ($v: ID!, $c: ID!) { transferVehicleOwnership(id: $v, customerId: $c) { id } }', {
      v: vehicle,
      c: customer,
    });
    const { createJobCard } = await ask(
      'mutation ($v: ID!, $s: ID!) { createJobCard(input: { vehicleId: $v, serviceCentreId: $s, complaint: "Noise" }) { id } }',
      { v: vehicle, s: here.centres[0] },
    );
    const jobCard = createJobCard!.id;
    await ask('mutation ($id: ID!, $to: ID!) { assignJobCard(id: $id, technicianId: $to) { id } }', {
      id: jobCard,
      to: adminId,
    });
    await ask(
      'mutation ($id: ID!, $m: ID!) { updateServiceCentre(id: $id, input: { managerId: $m }) { id } }',
      {
        id: here.centres[0],
        m: adminId,
      },
    );
    own = { customer, vehicle, jobCard, serviceCentre: here.centres[0]! };
  });

  const ask = (root: string, field: string, inside: string): Promise<Answer> =>
    holder.client.send(`query ($id: ID!) { ${root}(id: $id) { id version ${field} ${inside} } }`, {
      id: own[root],
    });

  test.each(NESTED)(
    'without %s, %s.%s is denied and nothing else',
    async (permission, root, field, inside) => {
      await endow(holder, world.here, without(permission));
      const denied = await ask(root, field, inside);
      expect(denied.data).toEqual({ [root]: { id: own[root], version: expect.any(Number), [field]: null } });
      expect(
        denied.errors.map(({ extensions, path }) => [extensions.code, extensions.permission, path]),
      ).toEqual([['FORBIDDEN', permission, [root, field]]]);
      await endow(holder, world.here, { ...without(permission), [permission]: 'ALL' });
      const given = await ask(root, field, inside);
      expect([given.errors, given.data?.[root]?.[field]]).toEqual([[], expect.anything()]);
    },
  );

  test.each(IN_LISTS)(
    'without %s, in %s each %j.%s is denied by itself',
    async (permission, list, rows, field, inside) => {
      await endow(holder, world.here, without(permission));
      const root = list.split('(')[0]!;
      const open = rows.map((name) => `{ ${name} `).join('');
      const close = ' }'.repeat(rows.length);
      const { data, errors } = await holder.client.send<Record<string, unknown>>(
        `{ ${list} ${open} { id ${field} ${inside} } ${close} }`,
      );
      const found = rows.reduce<unknown>(
        (value, name) => (value as Record<string, unknown>)[name],
        data[root],
      );
      const records = [found].flat() as Record<string, unknown>[];
      expect(records.length).toBeGreaterThan(0);
      expect(records).toEqual(records.map(() => ({ id: expect.any(String), [field]: null })));
      const expected = records.map((_, n) => [root, ...rows, ...(rows.length ? [n] : []), field]);
      expect(errors.map(({ path }) => path)).toEqual(expected);
      expect(new Set(errors.map(({ extensions }) => `${extensions.code} ${extensions.permission}`))).toEqual(
        new Set([`FORBIDDEN ${permission}`]),
      );
    },
  );

  /** What belongs to the shop’s side of a record is simply not there for its customer. */
  test('a customer finds neither notes nor former owners in what is theirs', async () => {
    const { here } = world;
    const customer = world.caller('CUSTOMER');
    const vehicle = world.stands('vehicle', 'own', customer)!;
    const notes = (type: string) =>
      `mutation ($id: ID!) { update${type}(id: $id, input: { notes: "between us" }) { notes } }`;
    expect(await here.admin.client.ask(notes('Vehicle'), { id: vehicle })).toEqual({
      updateVehicle: { notes: 'between us' },
    });
    await here.admin.client.ask(notes('Customer'), { id: customer.customerId });
    const answer = await customer.client.send(
      `query ($c: ID!, $v: ID!) {
         customer(id: $c) { id notes } vehicle(id: $v) { id notes ownershipHistory { id } plateHistory { id } } }`,
      { c: customer.customerId, v: vehicle },
    );
    expect([answer.errors, answer.data]).toEqual([
      [],
      {
        customer: { id: customer.customerId, notes: null },
        vehicle: { id: vehicle, notes: null, ownershipHistory: [], plateHistory: [] },
      },
    ]);
  });

  test('whose account a user’s is, is not there for who may not see customers', async () => {
    const id = world.caller('CUSTOMER').userId;
    await endow(holder, world.here, without('customers:read'));
    // Accounts of customers work in no service centre: who sees them works in all.
    await world.here.admin.client.ask(
      'mutation ($id: ID!) { updateUser(id: $id, input: { allCentres: true }) { id } }',
      { id: holder.id },
    );
    const asked = 'query ($id: ID!) { user(id: $id) { id customer { id } } }';
    expect(await holder.client.ask(asked, { id })).toEqual({ user: { id, customer: null } });
    await endow(holder, world.here, { ...without('customers:read'), 'customers:read': 'ALL' });
    const customer = { id: world.caller('CUSTOMER').customerId };
    expect(await holder.client.ask(asked, { id })).toEqual({ user: { id, customer } });
  });
});

test('a field with a permission of its own can be null: denying it must not take its record along', () => {
  const firm = APPS.flatMap((app) => {
    const schema = declaredSchema(app);
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    return [...accessTable(schema)].flatMap(([coordinate, { rule }]) => {
      const [typeName, fieldName] = coordinate.split('.') as [string, string | undefined];
      const type = schema.getType(typeName);
      if (!fieldName || rule !== 'permission' || !isObjectType(type) || roots.includes(type)) return [];
      return isNonNullType(type.getFields()[fieldName]!.type) ? [`${app.name}: ${coordinate}`] : [];
    });
  });
  expect(firm).toEqual([]);
});
