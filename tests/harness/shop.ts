import { randomBytes } from 'node:crypto';
import type { GraphClient } from './client';
import type { Callers } from './graph';

export interface ShopOptions {
  country: string;
  currency: string;
  timeZone: string;
  /** Service centres beside the first. */
  centres: number;
}

export interface Member {
  id: string;
  email: string;
  password: string;
  client: GraphClient;
}

/** An organisation made for one test file, with its administrator signed in. */
export interface Shop {
  id: string;
  slug: string;
  centres: string[];
  admin: Member;
  /** A new user of a built-in role, signed in; works in the first centre unless told otherwise. */
  staff(role: string, where?: { centres?: string[]; allCentres?: boolean }): Promise<Member>;
}

export const PASSWORD = 'correct horse battery staple';

export async function openShop(graph: Callers, options: Partial<ShopOptions>): Promise<Shop> {
  const slug = `shop-${randomBytes(5).toString('hex')}`;
  const email = `admin@${slug}.example`;
  const { createOrganisation: made } = await fromSomewhere(graph).ask<{
    createOrganisation: {
      organisation: { id: string };
      serviceCentre: { id: string };
      administrator: { id: string };
    };
  }>(
    `mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) {
       organisation { id } serviceCentre { id } administrator { id } } }`,
    {
      input: {
        name: `Shop ${slug}`,
        slug,
        country: options.country ?? 'IT',
        currency: options.currency ?? 'EUR',
        locale: 'it-IT',
        timeZone: options.timeZone ?? 'Europe/Rome',
        serviceCentre: { name: 'First centre', code: 'FIRST' },
        administrator: { firstName: 'Ada', lastName: 'Admin', email, password: PASSWORD },
      },
    },
  );
  const client = await signIn(graph, slug, email);
  const centres = [made.serviceCentre.id];
  for (let n = 0; n < (options.centres ?? 0); n += 1) centres.push(await addCentre(client, n + 2));
  const admin = { id: made.administrator.id, email, password: PASSWORD, client };
  return {
    id: made.organisation.id,
    slug,
    centres,
    admin,
    staff: (role, where = {}) => hire(graph, { slug, centres, admin }, role, where),
  };
}

export async function signIn(
  graph: Callers,
  organisation: string,
  login: string,
  password = PASSWORD,
): Promise<GraphClient> {
  const { login: session } = await fromSomewhere(graph).ask<{ login: { accessToken: string } }>(
    'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }',
    { input: { login, password, organisation } },
  );
  return graph.withToken(session.accessToken);
}

/** Sign-ups and sign-ins are limited per address, and in the eight-process shape all files share one graph. */
const fromSomewhere = (graph: Callers): GraphClient =>
  graph.anonymous().with({ 'x-forwarded-for': `10.${[...randomBytes(3)].join('.')}` });

async function addCentre(client: GraphClient, number: number): Promise<string> {
  const { createServiceCentre } = await client.ask<{ createServiceCentre: { id: string } }>(
    'mutation ($input: CreateServiceCentreInput!) { createServiceCentre(input: $input) { id } }',
    {
      input: {
        name: `Centre ${number}`,
        code: `C${number}`,
        address: { country: 'IT' },
        timeZone: 'Europe/Rome',
      },
    },
  );
  return createServiceCentre.id;
}

async function hire(
  graph: Callers,
  shop: { slug: string; centres: string[]; admin: Member },
  role: string,
  where: { centres?: string[]; allCentres?: boolean },
): Promise<Member> {
  const { roles } = await shop.admin.client.ask<{ roles: { id: string; kind: string }[] }>(
    '{ roles { id kind } }',
  );
  const email = `${role.toLowerCase()}-${randomBytes(4).toString('hex')}@${shop.slug}.example`;
  const { createUser } = await shop.admin.client.ask<{ createUser: { id: string } }>(
    'mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }',
    {
      input: {
        email,
        firstName: role,
        lastName: 'Tester',
        roleId: roles.find((r) => r.kind === role)!.id,
        serviceCentreIds: where.allCentres ? [] : (where.centres ?? [shop.centres[0]]),
        allCentres: where.allCentres ?? false,
        password: PASSWORD,
      },
    },
  );
  return { id: createUser.id, email, password: PASSWORD, client: await signIn(graph, shop.slug, email) };
}
