import { isUnionType } from 'graphql';
import { APPS } from '../../program/apps';
import { ANONYMOUS, type Identity } from '../../shared/access/identity';
import type { SubgraphName } from '../../shared/environment';
import { newId } from '../../shared/ids';
import { buildSchema } from '../../shared/subgraph/schema';
import { useGraph } from '../harness/graph';
import { FACTS } from '../harness/subgraphs';
import type { Kind } from './records.fixtures';
import { openSubgraphsOn, type SubgraphsOn } from './subgraphs-on.fixtures';
import { World } from './world.fixtures';

/**
 * What the guard of a root field holds back must not come in by the side door: the same permissions hold for
 * records that a subgraph is asked for by their keys, and for the fields that others add to them.
 */
const graph = useGraph();
const world = new World(graph);
let subgraphs: SubgraphsOn;
let organisation: string;

beforeAll(async () => {
  await world.build();
  organisation = world.here.id;
  subgraphs = await openSubgraphsOn(graph.databaseUrl);
});
afterAll(() => subgraphs?.close());

/** Subgraph, type, what it needs, a field of it; written by hand. Null: whoever is signed in. */
const ENTITIES: readonly [SubgraphName, string, string | null, string, Kind | null][] = [
  ['customer', 'Customer', 'customers:read', 'lastName', 'customer'],
  ['customer', 'File', 'files:read', 'name', 'file'],
  ['customer', 'Organisation', null, 'name', null],
  ['customer', 'ServiceCentre', 'serviceCentres:read', 'name', 'serviceCentre'],
  ['customer', 'User', 'users:read', 'firstName', 'user'],
  ['vehicle', 'Vehicle', 'vehicles:read', 'make', 'vehicle'],
  ['vehicle', 'VehicleReminder', 'reminders:read', 'kind', 'reminder'],
  ['workshop', 'JobCard', 'jobs:read', 'number', 'jobCard'],
  ['inventory', 'Part', 'parts:read', 'sku', 'part'],
  ['inventory', 'StockTransfer', 'transfers:read', 'number', 'transfer'],
  ['inventory', 'Stocktake', 'stock:read', 'number', 'stocktake'],
  ['workshop', 'AdditionalService', 'jobs:read', 'title', 'proposal'],
  ['inventory', 'StockLocation', 'stock:read', 'name', 'stockLocation'],
  ['workshop', 'ServiceItem', 'serviceItems:read', 'name', 'serviceItem'],
  ['workshop', 'Bay', 'scheduling:read', 'name', 'bay'],
  ['workshop', 'Appointment', 'appointments:read', 'number', 'appointment'],
  ['workshop', 'ServiceRequest', 'serviceRequests:read', 'number', 'serviceRequest'],
  ['workshop', 'HomeService', 'homeServices:read', 'number', 'homeVisit'],
  ['workshop', 'Inspection', 'inspections:read', 'templateName', 'inspection'],
  ['billing', 'Quotation', 'quotations:read', 'number', 'quotation'],
  ['billing', 'Invoice', 'invoices:read', 'status', 'invoice'],
  ['billing', 'CreditNote', 'invoices:read', 'number', 'creditNote'],
  ['billing', 'Payment', 'payments:read', 'status', 'payment'],
  ['billing', 'Receipt', 'payments:read', 'number', 'receipt'],
  ['customer', 'Lead', 'leads:read', 'number', 'lead'],
  ['customer', 'Feedback', 'feedback:read', 'status', 'feedback'],
  ['customer', 'Complaint', 'complaints:read', 'number', 'complaint'],
  ['inventory', 'Supplier', 'suppliers:read', 'name', 'supplier'],
  ['inventory', 'PurchaseRequest', 'purchaseRequests:read', 'quantity', 'purchaseRequest'],
  ['inventory', 'PurchaseOrder', 'purchaseOrders:read', 'number', 'draftOrder'],
  ['inventory', 'CounterOrder', 'counterOrders:read', 'number', 'counterOrder'],
];

/** Fields with a permission of their own: subgraph, type, field, what it needs, what is asked of it. */
const FIELDS: readonly [SubgraphName, string, string, string, string, Kind | null][] = [
  ['vehicle', 'Customer', 'vehicles', 'vehicles:read', '{ totalCount }', 'customer'],
  ['workshop', 'Customer', 'jobCards', 'jobs:read', '{ totalCount }', 'customer'],
  ['workshop', 'Vehicle', 'serviceHistory', 'jobs:read', '{ totalCount }', 'vehicle'],
  ['workshop', 'Vehicle', 'jobCards', 'jobs:read', '{ totalCount }', 'vehicle'],
  ['workshop', 'Vehicle', 'status', 'vehicles:read', '', 'vehicle'],
  ['vehicle', 'Vehicle', 'reminders', 'reminders:read', '{ totalCount }', 'vehicle'],
  ['vehicle', 'VehicleReminder', 'vehicle', 'vehicles:read', '{ id }', 'reminder'],
  ['workshop', 'JobCard', 'customer', 'customers:read', '{ id }', 'jobCard'],
  ['workshop', 'JobCard', 'vehicle', 'vehicles:read', '{ id }', 'jobCard'],
  ['inventory', 'JobCard', 'parts', 'jobParts:read', '{ id }', 'jobCard'],
  ['inventory', 'JobCard', 'partsAvailability', 'jobParts:read', '{ complete }', 'jobCard'],
  ['workshop', 'JobCard', 'timeEntries', 'time:read', '{ id }', 'jobCard'],
  ['workshop', 'JobCard', 'clockedHours', 'time:read', '', 'jobCard'],
  ['workshop', 'JobCard', 'appointment', 'appointments:read', '{ id }', 'jobCard'],
  ['workshop', 'Appointment', 'customer', 'customers:read', '{ id }', 'appointment'],
  ['workshop', 'Appointment', 'vehicle', 'vehicles:read', '{ id }', 'appointment'],
  ['workshop', 'Appointment', 'bay', 'scheduling:read', '{ name }', 'appointment'],
  ['workshop', 'Appointment', 'technician', 'users:read', '{ id }', 'appointment'],
  ['workshop', 'Appointment', 'jobCard', 'jobs:read', '{ id }', 'appointment'],
  ['workshop', 'Appointment', 'serviceItems', 'serviceItems:read', '{ id }', 'appointment'],
  ['workshop', 'ServiceRequest', 'customer', 'customers:read', '{ id }', 'serviceRequest'],
  ['workshop', 'ServiceRequest', 'vehicle', 'vehicles:read', '{ id }', 'serviceRequest'],
  ['inventory', 'Part', 'available', 'stock:read', '', 'part'],
  ['inventory', 'Part', 'stockLevels', 'stock:read', '{ id }', 'part'],
  ['inventory', 'StockTransfer', 'requestedBy', 'users:read', '{ id }', 'transfer'],
  ['inventory', 'Stocktake', 'startedBy', 'users:read', '{ id }', 'stocktake'],
  ['workshop', 'ServiceRequest', 'homeVisit', 'homeServices:read', '{ id }', 'serviceRequest'],
  ['workshop', 'JobCard', 'homeVisit', 'homeServices:read', '{ id }', 'jobCard'],
  ['workshop', 'JobCard', 'inspections', 'inspections:read', '{ id }', 'jobCard'],
  ['workshop', 'Vehicle', 'inspections', 'inspections:read', '{ totalCount }', 'vehicle'],
  ['workshop', 'HomeService', 'customer', 'customers:read', '{ id }', 'homeVisit'],
  ['workshop', 'HomeService', 'vehicle', 'vehicles:read', '{ id }', 'homeVisit'],
  ['workshop', 'HomeService', 'technician', 'users:read', '{ id }', 'homeVisit'],
  ['workshop', 'HomeService', 'jobCard', 'jobs:read', '{ id }', 'visitDone'],
  ['workshop', 'HomeService', 'serviceItems', 'serviceItems:read', '{ id }', 'homeVisit'],
  ['workshop', 'Inspection', 'customer', 'customers:read', '{ id }', 'inspection'],
  ['workshop', 'Inspection', 'vehicle', 'vehicles:read', '{ id }', 'inspection'],
  ['workshop', 'Inspection', 'jobCard', 'jobs:read', '{ id }', 'inspection'],
  ['workshop', 'Inspection', 'template', 'inspectionTemplates:read', '{ id }', 'inspection'],
  ['vehicle', 'Vehicle', 'owner', 'customers:read', '{ id }', 'vehicle'],
  ['customer', 'ServiceCentre', 'manager', 'users:read', '{ id }', 'serviceCentre'],
  ['inventory', 'PurchaseRequest', 'part', 'parts:read', '{ id }', 'purchaseRequest'],
  ['inventory', 'PurchaseRequest', 'location', 'stock:read', '{ id }', 'purchaseRequest'],
  ['inventory', 'PurchaseRequest', 'purchaseOrder', 'purchaseOrders:read', '{ id }', 'purchaseRequest'],
  ['inventory', 'PurchaseOrder', 'supplier', 'suppliers:read', '{ id }', 'draftOrder'],
  ['inventory', 'PurchaseOrder', 'location', 'stock:read', '{ id }', 'draftOrder'],
  ['inventory', 'PurchaseOrder', 'requests', 'purchaseRequests:read', '{ id }', 'draftOrder'],
  ['inventory', 'PurchaseOrder', 'requestedBy', 'users:read', '{ id }', 'draftOrder'],
  ['inventory', 'Customer', 'counterOrders', 'counterOrders:read', '{ totalCount }', 'customer'],
  ['inventory', 'CounterOrder', 'customer', 'customers:read', '{ id }', 'counterOrder'],
  ['inventory', 'CounterOrder', 'serviceCentre', 'serviceCentres:read', '{ id }', 'counterOrder'],
  ['inventory', 'CounterOrder', 'location', 'stock:read', '{ id }', 'counterOrder'],
  ['inventory', 'CounterOrder', 'createdBy', 'users:read', '{ id }', 'counterOrder'],
  ['inventory', 'CounterOrder', 'deliveredBy', 'users:read', '{ id }', 'deliveredOrder'],
  ['inventory', 'CounterOrder', 'warrantyClaims', 'warrantyClaims:read', '{ id }', 'counterOrder'],
  ['inventory', 'Part', 'warrantyClaims', 'warrantyClaims:read', '{ totalCount }', 'part'],
  ['billing', 'CounterOrder', 'invoice', 'invoices:read', '{ id }', 'deliveredOrder'],
  ['billing', 'Invoice', 'counterOrder', 'counterOrders:read', '{ id }', 'invoice'],
  ['billing', 'Invoice', 'payments', 'payments:read', '{ id }', 'invoice'],
  ['billing', 'Customer', 'balance', 'payments:read', '{ amount }', 'customer'],
  ['billing', 'Payment', 'customer', 'customers:read', '{ id }', 'payment'],
  ['billing', 'Payment', 'serviceCentre', 'serviceCentres:read', '{ id }', 'payment'],
  ['billing', 'Payment', 'recordedBy', 'users:read', '{ id }', 'payment'],
  ['billing', 'Receipt', 'customer', 'customers:read', '{ id }', 'receipt'],
  ['customer', 'Organisation', 'adminAllowedAddresses', 'settings:read', '', null],
  ['customer', 'Organisation', 'paymentReminderDays', 'settings:read', '', null],
];

const permissions = [
  ...new Set([...ENTITIES.flatMap(([, , needs]) => needs ?? []), ...FIELDS.map(([, , , needs]) => needs)]),
];

const holding = (names: readonly string[]): Identity => ({
  ...ANONYMOUS,
  kind: 'USER',
  organisationId: organisation,
  actorId: newId(),
  sessionId: newId(),
  permissions: Object.fromEntries(names.map((name) => [name, 'all' as const])),
  serviceCentreIds: null,
});
const lacking = (name: string) => holding(permissions.filter((each) => each !== name));
const idFor = (kind: Kind | null) =>
  kind ? world.stands(kind, 'ownCentre', world.caller('ADMIN'))! : organisation;

interface Answer {
  entity: Record<string, unknown> | null;
  refusals: unknown[];
}

async function entity(
  name: SubgraphName,
  type: string,
  id: string,
  field: string,
  by: Identity,
): Promise<Answer> {
  const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} { ${field} } } }`;
  const keys = [{ __typename: type, id }];
  const result = await subgraphs.of(name).execute({ query, variables: { keys } }, by, FACTS);
  const data = JSON.parse(JSON.stringify(result.data ?? null)) as { _entities: Answer['entity'][] } | null;
  const refusals = (result.errors ?? []).map(({ extensions }) => [extensions.code, extensions.permission]);
  return { entity: data?._entities[0] ?? null, refusals };
}

test('every type that a subgraph owns and gives by its key is in the list', () => {
  const owned = APPS.flatMap((app) => {
    const union = buildSchema(app).schema.getType('_Entity');
    const types = isUnionType(union) ? union.getTypes().map(({ name }) => name) : [];
    return types.filter((type) => app.references.some((each) => each.read && each.type === type));
  });
  expect(owned.sort()).toEqual(ENTITIES.map(([, type]) => type).sort());
});

describe.each(ENTITIES)('%s: %s by its key', (name, type, needs, field, kind) => {
  if (needs)
    test(`is refused without ${needs}, whatever else one may`, async () => {
      const { entity: given, refusals } = await entity(name, type, idFor(kind), field, lacking(needs));
      expect([given, refusals]).toEqual([null, [['FORBIDDEN', needs]]]);
    });

  test(`is given with ${needs ?? 'a sign-in'} alone`, async () => {
    const { entity: given, refusals } = await entity(
      name,
      type,
      idFor(kind),
      field,
      holding(needs ? [needs] : []),
    );
    expect([given, refusals]).toEqual([{ [field]: expect.any(String) }, []]);
  });

  test('is refused to who is not signed in', async () => {
    const nobody = { ...ANONYMOUS, organisationId: organisation };
    const { entity: given, refusals } = await entity(name, type, idFor(kind), field, nobody);
    expect([given, refusals]).toEqual([null, [['UNAUTHENTICATED', undefined]]]);
  });
});

describe.each(FIELDS)('%s: %s.%s by the key', (name, type, field, needs, inside, kind) => {
  test(`is denied without ${needs}, and nothing else`, async () => {
    const { entity: given, refusals } = await entity(
      name,
      type,
      idFor(kind),
      `id ${field} ${inside}`,
      lacking(needs),
    );
    expect([given, refusals]).toEqual([{ id: idFor(kind), [field]: null }, [['FORBIDDEN', needs]]]);
  });

  test(`is not denied with ${needs}`, async () => {
    const { refusals } = await entity(name, type, idFor(kind), `id ${field} ${inside}`, holding(permissions));
    expect(refusals).toEqual([]);
  });
});
