import { type DemoGraph, SIGN_UP_KEY } from './demo-graph';
import { DEMO_PASSWORD, DEMO_SLUG, DEMO_STAFF } from './sign-ins';

interface Named {
  id: string;
  code: string;
}
interface Standing {
  serviceCentres: { nodes: Named[] };
  users: { nodes: { email: string | null }[] };
  roles: { id: string; kind: string }[];
}

const STANDING = `{
  serviceCentres(first: 100) { nodes { id code } }
  users(first: 100) { nodes { email } }
  roles { id kind }
}`;
const FIRST_CENTRE = {
  name: 'Carrozzeria Fagioli, Modena',
  code: 'MODENA',
  address: { street: 'Via Giardini 100', city: 'Modena', country: 'IT' },
};
const SECOND_CENTRE = {
  name: 'Carrozzeria Fagioli, Bologna',
  code: 'BOLOGNA',
  address: { street: 'Via Emilia 12', city: 'Bologna', country: 'IT' },
};

/**
 * The organisation, its centres and a sign-in for each role: what must be there before anybody signs in. What an
 * interrupted start has made already is found, and left as it is. Gives the centres' ids.
 */
export async function openShop(graph: DemoGraph): Promise<string[]> {
  if (!(await graph.openedAt())) await signUp(graph);
  const { serviceCentres, users, roles } = await graph.ask<Standing>('customer', STANDING);
  const centres = serviceCentres.nodes;
  const idOf = (code: string) => centres.find((centre) => centre.code === code)?.id;
  const second =
    idOf(SECOND_CENTRE.code) ??
    (await graph.create('customer', 'ServiceCentre', { ...SECOND_CENTRE, idempotencyKey: 'demo-centre-2' }));
  const first = idOf(FIRST_CENTRE.code) ?? second;
  const known = new Set(users.nodes.map((user) => user.email));
  for (const { role, ...person } of DEMO_STAFF.filter(({ email }) => !known.has(email)))
    await graph.create('customer', 'User', {
      ...person,
      roleId: roles.find(({ kind }) => kind === role)!.id,
      serviceCentreIds: [first],
      password: DEMO_PASSWORD,
      idempotencyKey: `demo-user-${role}`,
    });
  return [first, second];
}

async function signUp(graph: DemoGraph): Promise<void> {
  const { role: _administrator, ...person } = DEMO_STAFF[0];
  const input = {
    name: 'Carrozzeria Fagioli',
    slug: DEMO_SLUG,
    country: 'IT',
    currency: 'EUR',
    locale: 'it-IT',
    timeZone: 'Europe/Rome',
    serviceCentre: FIRST_CENTRE,
    administrator: { ...person, password: DEMO_PASSWORD },
    idempotencyKey: SIGN_UP_KEY,
  };
  await graph.ask(
    'customer',
    'mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) { organisation { id } } }',
    { input },
  );
}
