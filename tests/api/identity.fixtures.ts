import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { GraphAnswer, GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { PASSWORD, type Shop } from '../harness/shop';

/** The bad fields that an answer names, below its `input`. */
export const badFields = (answer: GraphAnswer<unknown>): string[] => {
  const fields = answer.errors[0]?.extensions.fields ?? [];
  return [...new Set(fields.map((field) => field.path.replace(/^input\./, '')))];
};

export interface RoleRow {
  id: string;
  kind: string;
  name: string;
  version: number;
}

export const roleOf = async (client: GraphClient, kind: string): Promise<string> => {
  const { roles } = await client.ask<{ roles: RoleRow[] }>('{ roles { id kind } }');
  return roles.find((role) => role.kind === kind)!.id;
};

export const CREATE_USER = `mutation ($input: CreateUserInput!) { createUser(input: $input) {
  id displayName firstName lastName email phone locale active invited passwordIsTemporary allCentres version
  role { id kind } serviceCentres { id } } }`;

export const UPDATE_USER = `mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) {
  id displayName email phone locale allCentres version role { id kind } serviceCentres { id } } }`;

const READ_USER = `query ($id: ID!) { user(id: $id) { id displayName email phone active invited version allCentres
  deletedAt role { id kind } serviceCentres { id } } }`;

export const SET_ACTIVE =
  'mutation ($id: ID!, $active: Boolean!) { setUserActive(id: $id, active: $active) { id active } }';

export const DELETE_USER = 'mutation ($id: ID!) { deleteUser(id: $id) }';

export const CREATE_CENTRE = `mutation ($input: CreateServiceCentreInput!) { createServiceCentre(input: $input) {
  id name code phone email timeZone active version manager { id }
  address { street city region postalCode country } } }`;

export const CREATE_ROLE = `mutation ($input: CreateRoleInput!) { createRole(input: $input) {
  id name description kind builtIn version permissions { permission reach } } }`;

/** A second service centre of the shop. */
export const openCentre = async (client: GraphClient, code: string): Promise<string> => {
  const { createServiceCentre } = await client.ask<{ createServiceCentre: { id: string } }>(CREATE_CENTRE, {
    input: { name: `Centre ${code}`, code },
  });
  return createServiceCentre.id;
};

/** Shorter than the gateway remembers who may do what: within it, only word of a change brings the new answer. */
const AT_ONCE_MS = 4_000;

/** What a call comes to as soon as it comes to this, or else what it came to last. */
export async function soon<T>(wanted: T, call: () => Promise<T>): Promise<T> {
  const until = Date.now() + AT_ONCE_MS;
  for (;;) {
    const found = await call();
    if (found === wanted || Date.now() > until) return found;
    await pause(20);
  }
}

/** The code of the answer to something harmless: undefined while the caller is let in. */
export const doorFor = async (client: GraphClient): Promise<string | undefined> =>
  (await client.send('{ me { kind } }')).code;

export interface UserRow {
  id: string;
  displayName: string;
  email: string | null;
  phone: string | null;
  active: boolean;
  invited: boolean;
  version: number;
  allCentres: boolean;
  deletedAt: string | null;
  role: { id: string; kind: string };
  serviceCentres: { id: string }[];
}

/** A shop whose administrator makes accounts for advisors. */
export interface Office {
  shop: Shop;
  admin: GraphClient;
  advisor: string;
  newEmail(): string;
  /** Input for an advisor of the first centre, with a password. */
  person(changes?: object): Record<string, unknown>;
  create(changes?: object): Promise<UserRow>;
  read(id: string): Promise<UserRow>;
}

export async function openOffice(graph: TestGraph): Promise<Office> {
  const shop = await graph.shop();
  const admin = shop.admin.client;
  const advisor = await roleOf(admin, 'ADVISOR');
  const newEmail = () => `u-${randomBytes(4).toString('hex')}@${shop.slug}.example`;
  const person = (changes: object = {}) => ({
    firstName: 'Ugo',
    lastName: 'Bianchi',
    email: newEmail(),
    roleId: advisor,
    serviceCentreIds: [shop.centres[0]],
    password: PASSWORD,
    ...changes,
  });
  return {
    shop,
    admin,
    advisor,
    newEmail,
    person,
    create: async (changes) =>
      (await admin.ask<{ createUser: UserRow }>(CREATE_USER, { input: person(changes) })).createUser,
    read: async (id) => (await admin.ask<{ user: UserRow }>(READ_USER, { id })).user,
  };
}
