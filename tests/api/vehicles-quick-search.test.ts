import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { accountOf, createCustomer, createVehicle, problemsOf } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
const ids: Record<string, string> = {};
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  const [here, there] = shop.centres as [string, string];
  const { client } = shop.admin;
  const owner = async (name: string, serviceCentreId: string, input: object) => {
    ids[name] = (await createCustomer(client, { serviceCentreId, ...input })).id;
  };
  const car = async (name: string, serviceCentreId: string, input: object) => {
    ids[name] = (await createVehicle(client, { serviceCentreId, ...input })).id;
  };
  const plate = (number: string) => ({ plate: { number, country: 'IT' } });
  await owner('maria', here, {
    firstName: 'Maria',
    lastName: 'Rossi',
    phone: '+39 333 444 5566',
    email: 'mr@mail.example',
  });
  await owner('firm', there, {
    firstName: null,
    lastName: null,
    company: 'Rossi Trasporti',
    phone: '+39 06 6982 1234',
  });
  await car('panda', here, { ...plate('FX 123-AB'), vin: 'ZFA31200000123456', ownerId: ids.maria });
  await car('partOfPlate', here, { ...plate('AFX123ABC') });
  await car('partOfVin', here, { ...plate('ZZ999ZZ'), vin: 'ZAR93700FX123AB01' });
  await car('lorry', there, { ...plate('GG777GG'), ownerId: ids.firm, make: 'Iveco', model: 'Daily' });
  await car('archived', here, { ...plate('HH888HH'), ownerId: ids.maria });
  await client.ask('mutation ($id: ID!) { archiveVehicle(id: $id) { id } }', { id: ids.archived });
});

const SEARCH = `query ($search: String!, $first: Int) { quickSearchVehicles(search: $search, first: $first) {
  vehicle { id plate owner { id } } matchedBy isExact } }`;
interface Match {
  vehicle: { id: string };
  matchedBy: string[];
  isExact: boolean;
}

async function found(
  search: string,
  client: GraphClient = shop.admin.client,
): Promise<(string | string[])[][]> {
  const { quickSearchVehicles } = await client.ask<{ quickSearchVehicles: Match[] }>(SEARCH, { search });
  const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id)!;
  return quickSearchVehicles.map(({ vehicle, matchedBy }) => [nameOf(vehicle.id), matchedBy]);
}

it('puts the exact plate first, then parts of plates and VINs', async () => {
  const { quickSearchVehicles } = await shop.admin.client.ask<{ quickSearchVehicles: Match[] }>(SEARCH, {
    search: 'fx-123 ab',
  });
  expect(quickSearchVehicles).toEqual([
    {
      vehicle: { id: ids.panda, plate: 'FX 123-AB', owner: { id: ids.maria } },
      matchedBy: ['PLATE'],
      isExact: true,
    },
    expect.objectContaining({ vehicle: expect.objectContaining({ id: ids.partOfPlate }), isExact: false }),
    expect.objectContaining({ matchedBy: ['VIN'], isExact: false }),
  ]);
});

it.each([
  ['a part of a plate', '777', [['lorry', ['PLATE']]]],
  ['the whole VIN in lower case', 'zfa31200000123456', [['panda', ['VIN']]]],
  ['the end of a VIN', '123 456', [['panda', ['VIN']]]],
  ['a name in lower case', 'maria rossi', [['panda', ['OWNER_NAME']]]],
  ['a company', 'trasporti', [['lorry', ['OWNER_NAME']]]],
  ['a phone as it is dialled at home', '333 4445566', [['panda', ['OWNER_PHONE']]]],
  ['a phone with the country', '+39 333-444 55 66', [['panda', ['OWNER_PHONE']]]],
  ['a phone with noughts for the country', '0039 333 444 5566', [['panda', ['OWNER_PHONE']]]],
  ['a phone with the nought in brackets', '+39 (0)333 4445566', [['panda', ['OWNER_PHONE']]]],
  ['a landline', '06 6982-1234', [['lorry', ['OWNER_PHONE']]]],
  ['an e-mail', 'mr@mail', [['panda', ['OWNER_OTHER']]]],
  ['nothing that is there', 'QQ000QQ', []],
  ['an archived car', 'HH888HH', []],
  ['fewer than three signs of a plate', '77', []],
  ['signs that mean something to a database', '%_%a', []],
])('finds by %s', async (_, search, expected) => {
  expect(await found(search)).toEqual(expected);
});

it('a vehicle that matches twice comes once, with both reasons', async () => {
  const { id } = await createCustomer(shop.admin.client, {
    lastName: 'KK555KK',
    serviceCentreId: shop.centres[0],
  });
  ids.both = (
    await createVehicle(shop.admin.client, { ownerId: id, plate: { number: 'KK555KK', country: 'IT' } })
  ).id;
  expect(await found('KK555KK')).toEqual([['both', ['PLATE', 'OWNER_NAME']]]);
});

it('gives as many as are asked for', async () => {
  const ask = (first: number) =>
    shop.admin.client.send<{ quickSearchVehicles: Match[] }>(SEARCH, { search: 'fx123ab', first });
  expect((await ask(1)).data.quickSearchVehicles.map(({ vehicle }) => vehicle.id)).toEqual([ids.panda]);
  for (const first of [0, 26]) expect((await ask(first)).code).toBe('BAD_INPUT');
});

it.each([
  ['x', 'search: IS_LENGTH'],
  ['--- ', 'search: MATCHES'],
])('refuses "%s"', async (search, problem) => {
  expect(problemsOf(await shop.admin.client.send(SEARCH, { search }))).toEqual([problem]);
});

it('staff find what their centre sees, customers what is theirs, another organisation nothing', async () => {
  const desk = await shop.staff('RECEPTIONIST');
  expect(await found('rossi', desk.client)).toEqual([['panda', ['OWNER_NAME']]]);
  expect(await found('GG777GG', desk.client)).toEqual([]);
  const customer = await accountOf(graph, shop, ids.maria!);
  expect(await found('FX123AB', customer.client)).toEqual([['panda', ['PLATE']]]);
  expect(await found('rossi', customer.client)).toEqual([['panda', ['OWNER_NAME']]]);
  expect(await found('GG777GG', customer.client)).toEqual([]);
  const stranger = await graph.shop();
  for (const search of ['FX123AB', 'rossi', '333 4445566'])
    expect(await found(search, stranger.admin.client)).toEqual([]);
});
