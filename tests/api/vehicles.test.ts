import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { auditOf, createCustomer, createVehicle, eventsOf, problemsOf, written } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

const NOBODY = '01a1fa6a-ce0d-7513-9abd-c393af773971';
const CREATE = 'mutation ($input: CreateVehicleInput!) { createVehicle(input: $input) { id } }';
const UPDATE = `mutation ($id: ID!, $input: UpdateVehicleInput!) { updateVehicle(id: $id, input: $input) {
  version make model year vin colour engineNumber registeredOn notes plate } }`;
const WHOLE = `query ($id: ID!) { vehicle(id: $id) { id version createdAt updatedAt make model year vin
  vinCheckDigitFits plate plateCountry colour engineNumber registeredOn notes archivedAt
  owner { id firstName }
  ownershipHistory { id version createdAt updatedAt ownedFrom ownedTo customer { id lastName } }
  plateHistory { id version createdAt updatedAt plate country validFrom validTo } } }`;
const PLATE = `mutation ($id: ID!, $plate: PlateInput) { changeVehiclePlate(id: $id, plate: $plate) {
  plate plateCountry plateHistory { plate country validFrom validTo } } }`;

const PANDA = {
  make: ' Fiat',
  model: 'Panda ',
  year: 2021,
  vin: 'zfa31200000745586',
  colour: 'Rosso',
  engineNumber: 'E123',
  registeredOn: '2021-03-01',
  notes: 'Scratched.',
};

async function read(id: string): Promise<Record<string, unknown>> {
  const { vehicle } = await shop.admin.client.ask<{ vehicle: Record<string, unknown> }>(WHOLE, { id });
  return vehicle;
}

/** Many tests take a Panda in; its VIN and plate are each one's own. */
let cars = 0;
const another = () => {
  cars += 1;
  const number = String(cars).padStart(5, '0');
  return { vin: `ZFA312000009${number}`, plate: { number: `ZZ ${number}`, country: 'IT' } };
};

describe('createVehicle', () => {
  it('takes a vehicle in with plate and owner, and begins both histories', async () => {
    const owner = await createCustomer(shop.admin.client, { firstName: 'Olga', lastName: 'Owner' });
    const input = { ...PANDA, plate: { number: ' ab 123-cd', country: 'it' }, ownerId: owner.id };
    const { id } = await createVehicle(shop.admin.client, input);
    const vehicle = await read(id);
    const kept = {
      id: expect.any(String),
      version: 1,
      createdAt: vehicle.createdAt,
      updatedAt: vehicle.createdAt,
    };
    expect(vehicle).toMatchObject({
      id,
      version: 1,
      make: 'Fiat',
      model: 'Panda',
      year: 2021,
      vin: 'ZFA31200000745586',
      vinCheckDigitFits: false,
      plate: 'ab 123-cd',
      plateCountry: 'IT',
      colour: 'Rosso',
      engineNumber: 'E123',
      registeredOn: '2021-03-01',
      notes: 'Scratched.',
      archivedAt: null,
      owner: { id: owner.id, firstName: 'Olga' },
      createdAt: expect.any(String),
      updatedAt: vehicle.createdAt,
      ownershipHistory: [
        {
          ...kept,
          ownedFrom: vehicle.createdAt,
          ownedTo: null,
          customer: { id: owner.id, lastName: 'Owner' },
        },
      ],
      plateHistory: [
        { ...kept, plate: 'ab 123-cd', country: 'IT', validFrom: vehicle.createdAt, validTo: null },
      ],
    });
    expect(await eventsOf(graph, id)).toEqual(['VehicleCreated']);
    const [entry] = await auditOf(graph, id);
    expect(entry).toMatchObject({ action: 'create', actor_id: shop.admin.id, new_values: { make: 'Fiat' } });
  });

  it.each([
    ['a VIN that is too short', { vin: 'ZFA312' }, 'vin: MATCHES'],
    ['a VIN with an O', { vin: 'ZFA3120000074558O' }, 'vin: MATCHES'],
    ['an American VIN with a wrong check digit', { vin: '1HGCM82633A004353' }, 'vin: VIN_CHECK_DIGIT'],
    ['a Chinese VIN with a wrong check digit', { vin: 'LSJA24U62LG000000' }, 'vin: VIN_CHECK_DIGIT'],
    ['a year before cars', { year: 1850 }, 'year: MIN'],
    ['a plate of dashes', { plate: { number: '---', country: 'IT' } }, 'plate.number: PLATE'],
    ['a plate without a country', { plate: { number: 'AB1', country: 'ITA' } }, 'plate.country: MATCHES'],
    ['a blank make', { make: '  ' }, 'make: MATCHES'],
    ['an owner who is none', { ownerId: NOBODY }, 'ownerId: UNKNOWN'],
    ['a service centre that is none', { serviceCentreId: NOBODY }, 'serviceCentreId: UNKNOWN'],
  ])('refuses %s and writes nothing', async (_, input, problem) => {
    const before = await written(graph, shop);
    const answer = await shop.admin.client.send(CREATE, { input: { make: 'VW', model: 'Polo', ...input } });
    expect(answer.code).toBe('BAD_INPUT');
    expect(problemsOf(answer)).toContain(problem);
    expect(await written(graph, shop)).toEqual(before);
  });

  it('takes an American VIN whose check digit fits, X among them, and says so', async () => {
    for (const vin of ['1HGCM82633A004352', '1M8GDM9AXKP042788']) {
      const { id } = await createVehicle(shop.admin.client, { vin });
      expect(await read(id)).toMatchObject({ vin, vinCheckDigitFits: true });
    }
  });

  it('refuses a VIN and a plate that another vehicle has, in any spelling', async () => {
    const { vin, plate } = another();
    await createVehicle(shop.admin.client, { vin, plate });
    const before = await written(graph, shop);
    const send = (input: object) =>
      shop.admin.client.send(CREATE, { input: { make: 'VW', model: 'Polo', ...input } });
    const sameVin = await send({ vin: vin.toLowerCase() });
    expect([sameVin.code, sameVin.errors[0]!.extensions.field]).toEqual(['CONFLICT', 'vin']);
    const samePlate = await send({ plate: { number: plate.number.replace(' ', '-'), country: 'it' } });
    expect([samePlate.code, samePlate.errors[0]!.extensions.field]).toEqual(['CONFLICT', 'plate']);
    expect(await written(graph, shop)).toEqual(before);
  });

  it('tells plates apart by country and by letters of every script', async () => {
    const plates = [
      { number: 'MU AB 77', country: 'DE' },
      { number: 'MÜ AB 77', country: 'DE' },
      { number: 'MU AB 77', country: 'AT' },
      { number: 'А777АА77', country: 'RU' },
      { number: 'В777ВВ77', country: 'RU' },
    ];
    for (const plate of plates) {
      const { id } = await createVehicle(shop.admin.client, { plate });
      expect(await read(id)).toMatchObject({ plate: plate.number });
    }
  });
});

describe('updateVehicle', () => {
  it('changes what is said, clears what is null and leaves the rest', async () => {
    const { vin, plate } = another();
    const { id } = await createVehicle(shop.admin.client, { ...PANDA, vin, plate });
    const { updateVehicle } = await shop.admin.client.ask<{ updateVehicle: object }>(UPDATE, {
      id,
      input: { model: 'Punto', year: null, notes: null, expectedVersion: 1 },
    });
    expect(updateVehicle).toEqual({
      version: 2,
      make: 'Fiat',
      model: 'Punto',
      year: null,
      vin,
      colour: 'Rosso',
      engineNumber: 'E123',
      registeredOn: '2021-03-01',
      notes: null,
      plate: plate.number,
    });
    expect((await auditOf(graph, id)).at(-1)).toEqual({
      action: 'update',
      actor_id: shop.admin.id,
      old_values: { model: 'Panda', year: 2021, notes: 'Scratched.' },
      new_values: { model: 'Punto', year: null, notes: null },
    });
    expect(await eventsOf(graph, id)).toEqual(['VehicleCreated', 'VehicleUpdated']);
  });

  it('tells of a conflict with the version that it is at now', async () => {
    const { id } = await createVehicle(shop.admin.client);
    await shop.admin.client.ask(UPDATE, { id, input: { colour: 'Blu', expectedVersion: 1 } });
    const late = await shop.admin.client.send(UPDATE, { id, input: { colour: 'Nero', expectedVersion: 1 } });
    expect(late.code).toBe('CONFLICT');
    expect(late.errors[0]!.extensions.current).toMatchObject({ id, version: 2 });
    expect(await read(id)).toMatchObject({ colour: 'Blu' });
  });

  it('refuses to clear what every vehicle has', async () => {
    const { id } = await createVehicle(shop.admin.client);
    const answer = await shop.admin.client.send(UPDATE, { id, input: { make: null } });
    expect(problemsOf(answer)).toEqual(['make: REQUIRED']);
  });

  it.each([NOBODY, 'nonsense'])('finds no vehicle %s', async (id) => {
    expect((await shop.admin.client.send(UPDATE, { id, input: { colour: 'X' } })).code).toBe('NOT_FOUND');
    expect(await shop.admin.client.ask('query ($id: ID!) { vehicle(id: $id) { id } }', { id })).toEqual({
      vehicle: null,
    });
  });
});

describe('archiveVehicle and restoreVehicle', () => {
  const ARCHIVE = 'mutation ($id: ID!) { archiveVehicle(id: $id) { archivedAt plate version } }';
  const RESTORE = 'mutation ($id: ID!) { restoreVehicle(id: $id) { archivedAt version } }';

  it('gives the plate free for another car, and comes back when it is free again', async () => {
    const { vin, plate } = another();
    const { id } = await createVehicle(shop.admin.client, { vin, plate });
    const first = await shop.admin.client.ask<{ archiveVehicle: object }>(ARCHIVE, { id });
    expect(first.archiveVehicle).toEqual({ archivedAt: expect.any(String), plate: plate.number, version: 2 });
    expect(await shop.admin.client.ask(ARCHIVE, { id })).toEqual(first);
    const next = await createVehicle(shop.admin.client, { plate });
    const taken = await shop.admin.client.send(RESTORE, { id });
    expect([taken.code, taken.errors[0]!.extensions.field]).toEqual(['CONFLICT', 'plate']);
    await shop.admin.client.ask(PLATE, { id: next.id, plate: null });
    const { restoreVehicle } = await shop.admin.client.ask<{ restoreVehicle: object }>(RESTORE, { id });
    expect(restoreVehicle).toEqual({ archivedAt: null, version: 3 });
    expect(await eventsOf(graph, id)).toEqual(['VehicleCreated', 'VehicleArchived', 'VehicleRestored']);
  });
});

describe('changeVehiclePlate', () => {
  it('keeps every plate with its dates, and lets one move to another car', async () => {
    const { plate } = another();
    const { id } = await createVehicle(shop.admin.client, { plate });
    const other = another().plate;
    const { changeVehiclePlate: changed } = await shop.admin.client.ask<{
      changeVehiclePlate: { plateHistory: { plate: string; validFrom: string; validTo: string | null }[] };
    }>(PLATE, { id, plate: other });
    expect(changed).toMatchObject({ plate: other.number, plateCountry: 'IT' });
    const [now, before] = changed.plateHistory;
    expect(changed.plateHistory.map((period) => period.plate)).toEqual([other.number, plate.number]);
    expect(now!.validTo).toBeNull();
    expect(before!.validTo).toBe(now!.validFrom);
    const heir = await createVehicle(shop.admin.client, { plate });
    expect(await read(heir.id)).toMatchObject({ plate: plate.number });
    expect(await eventsOf(graph, id)).toEqual(['VehicleCreated', 'VehiclePlateChanged']);
  });

  it('changes nothing for the same plate in another spelling', async () => {
    const { plate } = another();
    const { id } = await createVehicle(shop.admin.client, { plate });
    const before = await written(graph, shop);
    await shop.admin.client.ask(PLATE, { id, plate: { ...plate, number: plate.number.replace(' ', '') } });
    expect(await written(graph, shop)).toEqual(before);
  });

  it('refuses the plate of another car, and keeps its own', async () => {
    const { plate } = another();
    await createVehicle(shop.admin.client, { plate });
    const own = another().plate;
    const { id } = await createVehicle(shop.admin.client, { plate: own });
    const before = await written(graph, shop);
    expect((await shop.admin.client.send(PLATE, { id, plate })).code).toBe('CONFLICT');
    const dashes = await shop.admin.client.send(PLATE, { id, plate: { number: '- -', country: 'IT' } });
    expect(problemsOf(dashes)).toEqual(['plate.number: PLATE']);
    expect(await read(id)).toMatchObject({ plate: own.number, plateHistory: [{ validTo: null }] });
    expect(await written(graph, shop)).toEqual(before);
  });
});

describe('transferVehicleOwnership', () => {
  const TRANSFER = `mutation ($id: ID!, $customerId: ID!) {
    transferVehicleOwnership(id: $id, customerId: $customerId) { owner { id } ownershipHistory {
      ownedFrom ownedTo customer { id } } } }`;

  it('keeps every owner with their dates', async () => {
    const [first, second] = [
      await createCustomer(shop.admin.client),
      await createCustomer(shop.admin.client),
    ];
    const { id } = await createVehicle(shop.admin.client, { ownerId: first.id });
    type Transferred = {
      transferVehicleOwnership: {
        owner: { id: string };
        ownershipHistory: { ownedFrom: string; ownedTo: string | null; customer: { id: string } }[];
      };
    };
    const { transferVehicleOwnership: moved } = await shop.admin.client.ask<Transferred>(TRANSFER, {
      id,
      customerId: second.id,
    });
    expect(moved.owner.id).toBe(second.id);
    const [now, before] = moved.ownershipHistory;
    expect([now!.customer.id, before!.customer.id]).toEqual([second.id, first.id]);
    expect([now!.ownedTo, before!.ownedTo]).toEqual([null, now!.ownedFrom]);
    expect(await eventsOf(graph, id)).toEqual(['VehicleCreated', 'VehicleOwnershipTransferred']);
    const again = await written(graph, shop);
    await shop.admin.client.ask(TRANSFER, { id, customerId: second.id });
    expect(await written(graph, shop)).toEqual(again);
  });

  it('refuses a customer who is none, and an archived vehicle', async () => {
    const owner = await createCustomer(shop.admin.client);
    const { id } = await createVehicle(shop.admin.client);
    const nobody = await shop.admin.client.send(TRANSFER, { id, customerId: NOBODY });
    expect(problemsOf(nobody)).toEqual(['customerId: UNKNOWN']);
    await shop.admin.client.ask('mutation ($id: ID!) { archiveVehicle(id: $id) { id } }', { id });
    expect((await shop.admin.client.send(TRANSFER, { id, customerId: owner.id })).code).toBe('CONFLICT');
    expect(await read(id)).toMatchObject({ owner: null, ownershipHistory: [] });
  });
});
