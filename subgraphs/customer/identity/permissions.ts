import type { GraphQLSchema } from 'graphql';
import { accessTable } from '../../../shared/access/guard';

/**
 * Every permission that a field of the graph asks for, by resource. A test compares it with what all subgraphs
 * declare, so a permission cannot be used without being listed here, nor listed without being used.
 */
const CATALOGUE = {
  settings: {
    read: 'See all settings of the organisation, such as the addresses administrators may work from.',
    update: 'Change the settings of the organisation.',
  },
  serviceCentres: {
    read: 'See service centres.',
    create: 'Open service centres.',
    update: 'Change or close the service centres one works in.',
  },
  users: {
    read: 'See users and what they may do.',
    create: 'Make accounts for users below one’s own role.',
    update: 'Change, switch off and on users below one’s own role.',
    delete: 'Delete users below one’s own role.',
  },
  roles: {
    read: 'See roles and the permissions in them.',
    create: 'Make roles from permissions that one has.',
    update: 'Change the organisation’s own roles.',
    delete: 'Delete the organisation’s own roles.',
  },
  customers: {
    read: 'See customers, their contacts and consents.',
    create: 'Take customers in.',
    update: 'Change customers, their contacts and consents.',
    archive: 'Archive customers, and take them back into use.',
    invite: 'Invite customers to an account of their own.',
    link: 'Look customers of other service centres up by their exact phone or e-mail.',
  },
  vehicles: {
    read: 'See vehicles.',
    create: 'Take vehicles in.',
    update: 'Change vehicles and their plates.',
    archive: 'Archive vehicles.',
    transfer: 'Give a vehicle to another owner.',
    link: 'Look vehicles of other service centres up by their exact plate or VIN.',
  },
  jobs: {
    read: 'See job cards.',
    create: 'Open job cards.',
    update: 'Work on job cards.',
    assign: 'Assign job cards to technicians.',
    cancel: 'Cancel job cards.',
  },
  files: {
    read: 'See files.',
    create: 'Upload files.',
  },
  stock: {
    read: 'See stock and where it is.',
  },
  tax: {
    read: 'See tax rates.',
  },
  audit: {
    read: 'See who did what.',
  },
} as const;

type Catalogue = typeof CATALOGUE;
/** `vehicles:read` */
export type PermissionName = {
  [Resource in keyof Catalogue & string]: `${Resource}:${keyof Catalogue[Resource] & string}`;
}[keyof Catalogue & string];

export interface PermissionEntry {
  name: PermissionName;
  resource: string;
  description: string;
}

export const PERMISSIONS: readonly PermissionEntry[] = Object.entries(CATALOGUE).flatMap(
  ([resource, actions]) =>
    Object.entries(actions).map(([action, description]) => ({
      name: `${resource}:${action}` as PermissionName,
      resource,
      description,
    })),
);

/**
 * Permissions over what can be somebody's own or assigned to them. The commands and lists of the others have no such
 * notion: held for "one's own", they would open everything.
 */
const REACHING_OWN: ReadonlySet<string> = new Set<PermissionName>([
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
  'files:read',
  'files:create',
]);

export const reachesOwn = (name: PermissionName): boolean => REACHING_OWN.has(name);

const names: ReadonlySet<string> = new Set(PERMISSIONS.map(({ name }) => name));

export const isPermission = (name: string): name is PermissionName => names.has(name);

/** What the fields and types of a schema ask for; the schema as type-graphql builds it, with its extensions. */
export function permissionsUsed(schema: GraphQLSchema): Set<string> {
  const used = [...accessTable(schema).values()];
  return new Set(used.flatMap((access) => (access.rule === 'permission' ? [access.permission] : [])));
}
