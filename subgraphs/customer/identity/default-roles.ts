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
const STAFF = all(
  'users:read',
  'serviceCentres:read',
  'files:read',
  'files:create',
  'parts:read',
  'stock:read',
  'serviceItems:read',
  'scheduling:read',
  'inspections:read',
  'inspectionTemplates:read',
);
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

/** What the front of the shop does about leads, requests, appointments and messages, each of those who stand there. */
const FRONT_DESK = all(
  'vehicles:lookup',
  'reminders:read',
  'reminders:create',
  'reminders:update',
  'leads:read',
  'leads:create',
  'serviceRequests:read',
  'serviceRequests:create',
  'serviceRequests:update',
  'appointments:read',
  'appointments:create',
  'appointments:update',
  'appointments:receive',
  'appointments:cancel',
  'homeServices:read',
  'homeServices:create',
  'homeServices:dispatch',
  'homeServices:update',
  'feedback:read',
  'complaints:read',
  'complaints:create',
  'messages:read',
  'messages:create',
  'messages:retry',
  'messageTemplates:read',
);
/** What is bought, from whom, and how that goes on; technicians see none of the prices. */
const LOOKS_AT_PURCHASING = all('suppliers:read', 'purchaseRequests:read', 'purchaseOrders:read');
const PURCHASING = all(
  'suppliers:create',
  'suppliers:update',
  'purchaseRequests:create',
  'purchaseRequests:dismiss',
  'purchaseOrders:create',
  'purchaseOrders:update',
  'purchaseOrders:approve',
  'purchaseOrders:receive',
);
/** What the parts of the shop cost, where they go and which jobs use them; technicians see that of their own jobs. */
const STOREROOM = all('stock:cost', 'transfers:read', 'jobParts:read');
/** Looking vehicles over, by whoever can. */
const INSPECTING = all(
  'inspections:create',
  'inspections:update',
  'inspections:publish',
  'inspections:share',
);

/** What is done with the parts of a job, by technicians for their own. */
const JOB_PARTS = [
  'jobParts:request',
  'jobParts:issue',
  'jobParts:return',
  'jobParts:cancel',
] as const satisfies PermissionName[];

/** What is sold over the counter, by whoever stands there. */
const COUNTER = all('counterOrders:read', 'counterOrders:create', 'counterOrders:update');
/** Documents that the front of the shop reads and writes; who may send them out is each role’s own. */
const PAPERS = all('quotations:read', 'quotations:create', 'invoices:read', 'invoices:create');
const TILL = all(
  'payments:read',
  'payments:create',
  'payments:pay',
  'statements:read',
  'deposits:create',
  'deposits:apply',
);
const OFFERS = all('quotations:update', 'quotations:send', 'quotations:decide', 'quotations:convert');
/** How the shop does. */
const NUMBERS = all('dashboards:read', 'reports:read');
/** What others only look at. */
const LOOKS = all(
  'leads:read',
  'reminders:read',
  'serviceRequests:read',
  'appointments:read',
  'homeServices:read',
  'feedback:read',
  'complaints:read',
  'time:read',
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
      ...FRONT_DESK,
      ...all('leads:update', 'serviceRequests:approve', 'serviceRequests:cancel', 'appointments:override'),
      ...LOOKS_AT_PURCHASING,
      ...PURCHASING,
      ...INSPECTING,
      ...all('homeServices:cancel'),
      ...all('inspections:cancel', 'inspectionTemplates:create', 'inspectionTemplates:update'),
      ...all('serviceItems:create', 'serviceItems:update', 'scheduling:update'),
      ...STOREROOM,
      ...all('parts:create', 'parts:update', 'parts:discontinue', 'stock:adjust', 'stock:count'),
      ...all('stockLocations:create', 'stockLocations:update'),
      ...all('transfers:create', 'transfers:approve', 'transfers:update', 'transfers:cancel'),
      ...all(...JOB_PARTS, 'jobParts:price'),
      ...COUNTER,
      ...all('counterOrders:cancel'),
      ...all('warrantyClaims:read', 'warrantyClaims:create', 'warrantyClaims:decide'),
      ...all('coreReturns:read', 'coreReturns:create'),
      ...all('feedback:update', 'complaints:update', 'messageTemplates:update', 'customers:export'),
      ...all(
        'jobs:read',
        'jobs:create',
        'jobs:update',
        'jobs:assign',
        'jobs:cancel',
        'jobs:photograph',
        'jobs:decide',
        'jobs:deliver',
        'time:read',
        'time:correct',
        'tax:read',
        'billingSettings:read',
      ),
      ...PAPERS,
      ...OFFERS,
      ...all('quotations:approve'),
      ...all('invoices:update', 'invoices:issue', 'invoices:cancel', 'invoices:credit'),
      ...TILL,
      ...NUMBERS,
      ...all('payments:void', 'payments:refund'),
    },
  },
  [RoleKind.ADVISOR]: {
    name: 'Service advisor',
    description: 'Talks to customers, takes work in and hands it out again.',
    permissions: {
      ...STAFF,
      ...STOREROOM,
      ...CUSTOMERS,
      ...VEHICLES,
      ...FRONT_DESK,
      ...LOOKS_AT_PURCHASING,
      ...all(
        'leads:update',
        'inspections:share',
        'complaints:update',
        'jobs:read',
        'jobs:create',
        'jobs:update',
        'jobs:photograph',
        'jobs:decide',
        'jobs:deliver',
        'time:read',
      ),
      ...COUNTER,
      ...all('warrantyClaims:read', 'warrantyClaims:create', 'coreReturns:read', 'coreReturns:create'),
      ...PAPERS,
      ...OFFERS,
      ...all('invoices:update', 'invoices:issue'),
      ...TILL,
      ...NUMBERS,
    },
  },
  [RoleKind.RECEPTIONIST]: {
    name: 'Receptionist',
    description: 'Front desk: customers, vehicles and appointments.',
    permissions: {
      ...STAFF,
      ...STOREROOM,
      ...CUSTOMERS,
      ...VEHICLES,
      ...FRONT_DESK,
      ...LOOKS_AT_PURCHASING,
      ...COUNTER,
      ...all('warrantyClaims:read', 'coreReturns:read', 'coreReturns:create'),
      ...PAPERS,
      ...TILL,
      ...NUMBERS,
      ...all('jobs:read', 'time:read'),
    },
  },
  [RoleKind.TECHNICIAN]: {
    name: 'Technician',
    description: 'Works on the jobs assigned to them.',
    permissions: {
      ...STAFF,
      ...INSPECTING,
      ...all('customers:read', 'vehicles:read', 'vehicles:update', 'reminders:read', 'reminders:update'),
      ...all('stock:count'),
      ...own(
        'jobs:read',
        'jobs:update',
        'jobs:photograph',
        'jobParts:read',
        ...JOB_PARTS,
        'warrantyClaims:read',
        'warrantyClaims:create',
        'time:read',
        'serviceRequests:read',
        'appointments:read',
        'appointments:update',
        'homeServices:read',
        'homeServices:update',
      ),
      ...own('feedback:read', 'complaints:read', 'purchaseRequests:read', 'purchaseRequests:create'),
      ...own('quotations:read', 'quotations:update', 'invoices:read', 'invoices:create', 'invoices:update'),
      ...own('payments:read', 'payments:create', 'payments:pay', 'dashboards:read'),
    },
  },
  [RoleKind.ACCOUNTANT]: {
    name: 'Accountant',
    description: 'Invoices, payments, tax and reports.',
    permissions: {
      ...STAFF,
      ...STOREROOM,
      ...LOOKS,
      ...LOOKS_AT_PURCHASING,
      ...all('counterOrders:read', 'warrantyClaims:read', 'coreReturns:read'),
      ...all('customers:read', 'vehicles:read', 'jobs:read', 'tax:read', 'tax:create', 'tax:update'),
      ...all('billingSettings:read', 'billingSettings:update'),
      ...all('quotations:read', 'invoices:read', 'invoices:issue', 'invoices:credit'),
      ...TILL,
      ...NUMBERS,
      ...all('payments:void', 'payments:refund'),
    },
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
      'reminders:read',
      'reminders:create',
      'reminders:update',
      'serviceItems:read',
      'serviceRequests:read',
      'serviceRequests:create',
      'serviceRequests:cancel',
      'appointments:read',
      'appointments:create',
      'appointments:update',
      'appointments:cancel',
      'homeServices:read',
      'homeServices:create',
      'homeServices:cancel',
      'inspections:read',
      'jobs:read',
      'jobs:decide',
      'feedback:read',
      'feedback:create',
      'complaints:read',
      'complaints:create',
      'messages:read',
      'counterOrders:read',
      'quotations:read',
      'quotations:decide',
      'invoices:read',
      'payments:read',
      'payments:pay',
      'statements:read',
      'customers:export',
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
