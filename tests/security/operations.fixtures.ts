import { type Operation, plain } from './operation.fixtures';
import { PEOPLE } from './operations-on-people.fixtures';
import { CUSTOMERS, FILES, JOBS, VEHICLES } from './operations-on-work.fixtures';
import type { Kind } from './records.fixtures';

const one = (field: string, kind: Kind): Operation => ({
  name: field,
  kind,
  ask: ({ id }) => ({ query: `query ($id: ID!) { ${field}(id: $id) { id } }`, variables: { id } }),
});

const list = (field: string, kind: Kind): Operation => ({
  name: field,
  kind,
  ask: () => ({ query: `{ ${field}(first: 100) { nodes { id } } }` }),
});

export const QUERIES: readonly Operation[] = [
  plain('me', '{ me { kind } }'),
  plain('organisation', '{ organisation { id } }'),
  plain('permissions', '{ permissions { name } }'),
  plain('taxRates', '{ taxRates { id } }'),
  plain('auditLogs', '{ auditLogs(first: 1) { nodes { id } } }'),
  { name: 'roles', kind: 'role', ask: () => ({ query: '{ roles { id } }' }) },
  list('sessions', 'session'),
  one('serviceCentre', 'serviceCentre'),
  list('serviceCentres', 'serviceCentre'),
  one('user', 'user'),
  list('users', 'user'),
  one('customer', 'customer'),
  list('customers', 'customer'),
  one('vehicle', 'vehicle'),
  list('vehicles', 'vehicle'),
  one('jobCard', 'jobCard'),
  list('jobCards', 'jobCard'),
  one('file', 'file'),
  list('stockLocations', 'stockLocation'),
];

export const COMMANDS: readonly Operation[] = [...PEOPLE, ...CUSTOMERS, ...VEHICLES, ...JOBS, ...FILES];
