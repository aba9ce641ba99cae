import { ask } from '../load/graph-client';

export interface Centre {
  id: string;
  /** Of a hundred jobs of the organisation, how many come here. */
  share: number;
}

export interface Shop {
  organisationId: string;
  slug: string;
  centres: Centre[];
}

export const PASSWORD = 'bench-Garage-2026';
/** As many as there are clients: no two of them ask for the same at once and as the same person. */
export const ADVISORS = 16;
/** Where the advisors work, by their place in the list of the first shop's centres. */
const ADVISORS_CENTRES = [0, 2];

const SHOPS = [
  { slug: 'bench-north', shares: [30, 22, 16, 14, 10, 8] },
  { slug: 'bench-south', shares: [60, 40] },
] as const;

/** Organisations, centres and the advisors who ask, made as everybody makes them: through the graph. */
export async function openShops(url: string): Promise<Shop[]> {
  const shops: Shop[] = [];
  for (const { slug, shares } of SHOPS) shops.push(await openShop(url, slug, shares));
  const [first] = shops;
  await hireAdvisors(url, first!);
  return shops;
}

async function openShop(url: string, slug: string, shares: readonly number[]): Promise<Shop> {
  const { createOrganisation: made } = await ask<{
    createOrganisation: { organisation: { id: string }; serviceCentre: { id: string } };
  }>(
    url,
    `mutation ($input: CreateOrganisationInput!) {
       createOrganisation(input: $input) { organisation { id } serviceCentre { id } } }`,
    { input: organisationInput(slug) },
  );
  const token = await signIn(url, { organisation: slug, login: administrator(slug) });
  const ids = [made.serviceCentre.id];
  for (let number = 2; number <= shares.length; number += 1) ids.push(await addCentre(url, token, number));
  return {
    organisationId: made.organisation.id,
    slug,
    centres: ids.map((id, index) => ({ id, share: shares[index]! })),
  };
}

const administrator = (slug: string): string => `admin@${slug}.example`;

const organisationInput = (slug: string) => ({
  name: slug,
  slug,
  country: 'IT',
  currency: 'EUR',
  locale: 'it-IT',
  timeZone: 'Europe/Rome',
  serviceCentre: { name: 'Centre 1', code: 'C1' },
  administrator: { firstName: 'Ada', lastName: 'Fagioli', email: administrator(slug), password: PASSWORD },
  idempotencyKey: `bench ${slug}`,
});

async function addCentre(url: string, token: string, number: number): Promise<string> {
  const { createServiceCentre } = await ask<{ createServiceCentre: { id: string } }>(
    url,
    'mutation ($input: CreateServiceCentreInput!) { createServiceCentre(input: $input) { id } }',
    { input: { name: `Centre ${number}`, code: `C${number}`, timeZone: 'Europe/Rome' } },
    token,
  );
  return createServiceCentre.id;
}

async function hireAdvisors(url: string, shop: Shop): Promise<void> {
  const token = await signIn(url, { organisation: shop.slug, login: administrator(shop.slug) });
  const { roles } = await ask<{ roles: { id: string; kind: string }[] }>(
    url,
    '{ roles { id kind } }',
    {},
    token,
  );
  const roleId = roles.find(({ kind }) => kind === 'ADVISOR')!.id;
  for (let number = 0; number < ADVISORS; number += 1) {
    const input = {
      firstName: 'Aisha',
      lastName: `Njoroge ${number}`,
      email: advisor(number),
      password: PASSWORD,
      roleId,
      serviceCentreIds: advisorsCentres(shop),
    };
    await ask(
      url,
      'mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }',
      { input },
      token,
    );
  }
}

export const advisor = (number: number): string => `advisor-${number}@bench.example`;

export const advisorsCentres = (shop: Shop): string[] =>
  ADVISORS_CENTRES.map((place) => shop.centres[place]!.id);

/** Gives the access token. */
export async function signIn(
  url: string,
  { organisation, login }: { organisation: string; login: string },
): Promise<string> {
  const { login: session } = await ask<{ login: { accessToken: string } }>(
    url,
    'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }',
    { input: { login, password: PASSWORD, organisation, tokenDelivery: 'BODY' } },
  );
  return session.accessToken;
}
