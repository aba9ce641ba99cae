import type { Reach } from '../../../shared/access/identity';
import type { PermissionName } from './permissions';
import { RoleKind } from './role.entity';

export type BuiltInKind = Exclude<RoleKind, RoleKind.CUSTOM>;

export interface DefaultRole {
  name: string;
  description: string;
  permissions: Readonly<Record<string, Reach>>;
}

const granted = (reach: Reach, ...names: PermissionName[]): Record<string, Reach> =>
  Object.fromEntries(names.map((name) => [name, reach]));
const all = (...names: PermissionName[]) => granted('all', ...names);
const own = (...names: PermissionName[]) => granted('own', ...names);

/** What all of the staff may do. */
const STAFF = all('users:read', 'serviceCentres:read', 'files:read', 'files:create', 'stock:read');
const CUSTOMERS = all(
  'customers:read',
  'customers:create',
  'customers:update',
  'customers:archive',
  'customers:invite',
  'customers:link',
);
const VEHICLES = all(
  'vehicles:read',
  'vehicles:create',
  'vehicles:update',
  'vehicles:archive',
  'vehicles:transfer',
  'vehicles:link',
);

/** The matrix of roles and permissions. `all` means within the service centres that the holder works in. */
export const DEFAULT_ROLES: Readonly<Record<BuiltInKind, DefaultRole>> = {
  [RoleKind.ADMIN]: {
    name: 'Administrator',
    description: 'Everything, in every service centre.',
    permissions: { '*': 'all' },
  },
  [RoleKind.MANAGER]: {
    name: 'Service centre manager',
    description: 'Runs service centres: their people, customers and work.',
    permissions: {
      ...STAFF,
      ...all('users:create', 'users:update', 'users:delete', 'roles:read', 'serviceCentres:update'),
      ...CUSTOMERS,
      ...VEHICLES,
      ...all('jobs:read', 'jobs:create', 'jobs:update', 'jobs:assign', 'jobs:cancel', 'tax:read'),
    },
  },
  [RoleKind.ADVISOR]: {
    name: 'Service advisor',
    description: 'Talks to customers, takes work in and hands it out again.',
    permissions: {
      ...STAFF,
      ...CUSTOMERS,
      ...VEHICLES,
      ...all('jobs:read', 'jobs:create', 'jobs:update'),
    },
  },
  [RoleKind.RECEPTIONIST]: {
    name: 'Receptionist',
    description: 'Front desk: customers, vehicles and appointments.',
    permissions: { ...STAFF, ...CUSTOMERS, ...VEHICLES, ...all('jobs:read') },
  },
  [RoleKind.TECHNICIAN]: {
    name: 'Technician',
    description: 'Works on the jobs assigned to them.',
    permissions: {
      ...STAFF,
      ...all('customers:read', 'vehicles:read', 'vehicles:update'),
      ...own('jobs:read', 'jobs:update'),
    },
  },
  [RoleKind.ACCOUNTANT]: {
    name: 'Accountant',
    description: 'Invoices, payments, tax and reports.',
    permissions: { ...STAFF, ...all('customers:read', 'vehicles:read', 'jobs:read', 'tax:read') },
  },
  [RoleKind.CUSTOMER]: {
    name: 'Customer',
    description: 'Their own records.',
    permissions: own(
      'customers:read',
      'customers:update',
      'vehicles:read',
      'vehicles:create',
      'vehicles:update',
      'jobs:read',
      'files:read',
      'files:create',
    ),
  },
  [RoleKind.VENDOR]: {
    name: 'Vendor',
    description: 'Their own offers.',
    permissions: own('files:read', 'files:create'),
  },
};

export const BUILT_IN_KINDS = Object.keys(DEFAULT_ROLES) as BuiltInKind[];

/** Brings the table that the gateway reads in step with the matrix; run as the schema's owner at each migration. */
export async function synchroniseRoles(
  query: (text: string, values: unknown[]) => Promise<unknown>,
): Promise<void> {
  for (const kind of BUILT_IN_KINDS)
    await query(
      `insert into customer.built_in_role (kind, permissions) values ($1, $2)
       on conflict (kind) do update set permissions = excluded.permissions
       where built_in_role.permissions <> excluded.permissions`,
      [kind, JSON.stringify(DEFAULT_ROLES[kind].permissions)],
    );
}
