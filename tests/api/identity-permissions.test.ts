import { APPS } from '../../program/apps';
import { declaredSchema } from '../../shared/subgraph/schema';
import { permissionsUsed } from '../../subgraphs/customer/identity/permissions';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';

/** The catalogue of permissions, and who has which by default. */
const graph = useGraph();
let admin: GraphClient;
beforeAll(async () => {
  admin = (await graph.shop()).admin.client;
});

interface Role {
  kind: string;
  description: string | null;
  builtIn: boolean;
  permissions: { permission: string; reach: string }[];
}
const all = (...permissions: string[]) => permissions.map((permission) => ({ permission, reach: 'ALL' }));

test('the catalogue is what the schemas ask for, neither more nor less', async () => {
  const { permissions } = await admin.ask<{
    permissions: { name: string; resource: string; description: string }[];
  }>('{ permissions { name resource description } }');
  const used = new Set<string>();
  for (const app of APPS) {
    for (const permission of permissionsUsed(declaredSchema(app))) used.add(permission);
  }
  expect(permissions.map((permission) => permission.name).sort()).toEqual([...used].sort());
  for (const { name, resource, description } of permissions) {
    expect(resource).toBe(name.split(':')[0]);
    expect(description).toMatch(/\.$/);
  }
});

/**
 * The matrix of the domain, written by hand: C create, R read, U update, D archive or delete, all within the
 * holder's service centres; small letters reach their own records only.
 */
const MATRIX: Record<string, Record<string, string>> = {
  users: { MANAGER: 'CRUD', ADVISOR: 'R', RECEPTIONIST: 'R', TECHNICIAN: 'R', ACCOUNTANT: 'R' },
  serviceCentres: { MANAGER: 'RU', ADVISOR: 'R', RECEPTIONIST: 'R', TECHNICIAN: 'R', ACCOUNTANT: 'R' },
  customers: {
    MANAGER: 'CRUD',
    ADVISOR: 'CRUD',
    RECEPTIONIST: 'CRUD',
    TECHNICIAN: 'R',
    ACCOUNTANT: 'R',
    CUSTOMER: 'ru',
  },
  vehicles: {
    MANAGER: 'CRUD',
    ADVISOR: 'CRUD',
    RECEPTIONIST: 'CRUD',
    TECHNICIAN: 'RU',
    ACCOUNTANT: 'R',
    CUSTOMER: 'cru',
  },
  jobs: {
    MANAGER: 'CRUD',
    ADVISOR: 'CRU',
    RECEPTIONIST: 'R',
    TECHNICIAN: 'ru',
    ACCOUNTANT: 'R',
    CUSTOMER: 'r',
  },
  stock: { MANAGER: 'R', ADVISOR: 'R', RECEPTIONIST: 'R', TECHNICIAN: 'R', ACCOUNTANT: 'R' },
  // Rates are ended, not deleted.
  tax: { MANAGER: 'R', ACCOUNTANT: 'CRU' },
  settings: {},
  roles: { MANAGER: 'R' },
  audit: {},
};
const LETTERS: Record<string, string> = {
  create: 'C',
  read: 'R',
  update: 'U',
  archive: 'D',
  delete: 'D',
  cancel: 'D',
};

test('the built-in roles are the matrix of the domain', async () => {
  const answer = await admin.ask<{ roles: Role[] }>(
    '{ roles { kind description builtIn permissions { permission reach } } }',
  );
  const roles = answer.roles.filter((role) => role.builtIn);
  expect(roles).toHaveLength(8);
  for (const role of roles) {
    expect(role.description).toBeTruthy();
    for (const [resource, row] of Object.entries(MATRIX)) {
      const letters = role.permissions.flatMap(({ permission, reach }) => {
        const [about, action] = permission.split(':') as [string, string];
        const letter = about === resource ? LETTERS[action] : undefined;
        return letter ? [reach === 'ALL' ? letter : letter.toLowerCase()] : [];
      });
      const order = 'CRUDcrud';
      const found = letters.sort((a, b) => order.indexOf(a) - order.indexOf(b)).join('');
      if (role.kind !== 'ADMIN')
        expect([role.kind, resource, found]).toEqual([role.kind, resource, row[role.kind] ?? '']);
    }
  }
  const administrators = roles.find((role) => role.kind === 'ADMIN')!;
  const { permissions } = await admin.ask<{ permissions: { name: string }[] }>('{ permissions { name } }');
  expect(administrators.permissions).toEqual(all(...permissions.map(({ name }) => name)));
});
