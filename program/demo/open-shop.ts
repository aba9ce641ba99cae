import type { DemoGraph } from './demo-graph';
import type { DemoCentre, DemoShop } from './shops';
import { DEMO_PASSWORD, type DemoUser } from './sign-ins';

interface Standing {
  serviceCentres: { nodes: { id: string; code: string }[] };
  users: { nodes: { email: string | null }[] };
  roles: { id: string; kind: string }[];
}

const STANDING = `{
  serviceCentres(first: 100) { nodes { id code } }
  users(first: 100) { nodes { email } }
  roles { id kind }
}`;

const centreInput = ({ name, code, street, city }: DemoCentre) => ({
  name,
  code,
  address: { street, city, country: 'IT' },
});

/** The organisation and its centres, in their order. What an interrupted start has made already is found, and left as it is. */
export async function openShop(graph: DemoGraph, shop: DemoShop): Promise<string[]> {
  if (!(await graph.openedAt())) await signUp(graph, shop);
  const { serviceCentres } = await graph.ask<Standing>('customer', STANDING);
  const ids: string[] = [];
  for (const centre of shop.centres)
    ids.push(
      serviceCentres.nodes.find(({ code }) => code === centre.code)?.id ??
        (await graph.create('customer', 'ServiceCentre', {
          ...centreInput(centre),
          idempotencyKey: `demo-centre-${centre.code}`,
        })),
    );
  return ids;
}

/** Who is there already is left as they are. */
export async function hire(
  graph: DemoGraph,
  serviceCentreId: string,
  staff: readonly DemoUser[],
): Promise<void> {
  const { users, roles } = await graph.ask<Standing>('customer', STANDING);
  const known = new Set(users.nodes.map((user) => user.email));
  for (const { role, ...person } of staff.filter(({ email }) => !known.has(email)))
    await graph.create('customer', 'User', {
      ...person,
      roleId: roles.find(({ kind }) => kind === role)!.id,
      serviceCentreIds: [serviceCentreId],
      password: DEMO_PASSWORD,
      idempotencyKey: `demo-user-${person.email}`,
    });
}

async function signUp(graph: DemoGraph, shop: DemoShop): Promise<void> {
  const { role: _administrator, ...person } = shop.administrator;
  const input = {
    name: shop.name,
    slug: shop.slug,
    country: 'IT',
    currency: 'EUR',
    locale: 'it-IT',
    timeZone: 'Europe/Rome',
    serviceCentre: centreInput(shop.centres[0]),
    administrator: { ...person, password: DEMO_PASSWORD },
    idempotencyKey: shop.key,
  };
  await graph.ask(
    'customer',
    'mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) { organisation { id } } }',
    { input },
  );
}
