import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { accountOf, createCustomer, createVehicle, problemsOf, written } from './customers.fixtures';
import { begin, picture, upload } from './files.fixtures';

const graph = useGraph();
let shop: Shop;
let bytes: Buffer;
beforeAll(async () => {
  shop = await graph.shop();
  bytes = await picture(20, 20);
});

const IMAGE = 'id version caption place isPrimary createdAt updatedAt file { id name state thumbnailUrl }';
const ADD = `mutation ($input: AddVehicleImageInput!) { addVehicleImage(input: $input) { ${IMAGE} } }`;
const UPDATE = `mutation ($id: ID!, $input: UpdateVehicleImageInput!) { updateVehicleImage(id: $id, input: $input) { ${IMAGE} } }`;
const REMOVE = 'mutation ($id: ID!) { removeVehicleImage(id: $id) { id images { id place isPrimary } } }';

interface Image {
  id: string;
  version: number;
  caption: string | null;
  place: number;
  isPrimary: boolean;
  file: { id: string } | null;
}

const png = (client: GraphClient) => upload(client, 'image/png', bytes);
const add = (client: GraphClient, vehicleId: string, fileId: string, more: object = {}) =>
  client.send<{ addVehicleImage: Image }>(ADD, { input: { vehicleId, fileId, ...more } });
const imagesOf = async (client: GraphClient, id: string): Promise<Image[]> =>
  (
    await client.ask<{ vehicle: { images: Image[] } }>(
      `query ($id: ID!) { vehicle(id: $id) { images { ${IMAGE} } } }`,
      { id },
    )
  ).vehicle.images;

async function withImages(count: number): Promise<{ vehicleId: string; images: Image[] }> {
  const { client } = shop.admin;
  const { id } = await createVehicle(client);
  const images: Image[] = [];
  for (let n = 0; n < count; n += 1)
    images.push(
      (await add(client, id, (await png(client)).id, { caption: `Picture ${n}` })).data.addVehicleImage,
    );
  return { vehicleId: id, images };
}

it('adds pictures in order, the first of which stands for the vehicle', async () => {
  const { vehicleId, images } = await withImages(2);
  expect(images).toEqual([
    expect.objectContaining({ version: 1, caption: 'Picture 0', place: 1, isPrimary: true }),
    expect.objectContaining({ version: 1, caption: 'Picture 1', place: 2, isPrimary: false }),
  ]);
  expect(images[0]).toMatchObject({
    createdAt: expect.stringMatching(/Z$/),
    updatedAt: expect.stringMatching(/Z$/),
  });
  expect(images[0]!.file).toMatchObject({ name: 'a file', state: 'READY', thumbnailUrl: expect.any(String) });
  expect((await imagesOf(shop.admin.client, vehicleId)).map(({ id }) => id)).toEqual(
    images.map(({ id }) => id),
  );
});

it('adds a file once, however often it comes, fifty times at once', async () => {
  const { id } = await createVehicle(shop.admin.client);
  const file = await png(shop.admin.client);
  const answers = await Promise.all(Array.from({ length: 50 }, () => add(shop.admin.client, id, file.id)));
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect(new Set(answers.map(({ data }) => data.addVehicleImage.id)).size).toBe(1);
  expect(await imagesOf(shop.admin.client, id)).toHaveLength(1);
});

it('keeps one that stands for the vehicle and places without gaps, when many come at once', async () => {
  const { id } = await createVehicle(shop.admin.client);
  const files = await Promise.all(Array.from({ length: 8 }, () => png(shop.admin.client)));
  await Promise.all(files.map((file) => add(shop.admin.client, id, file.id, { isPrimary: true })));
  const images = await imagesOf(shop.admin.client, id);
  expect(images.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(images.filter(({ isPrimary }) => isPrimary)).toHaveLength(1);
});

it('changes caption, place and which stands for the vehicle', async () => {
  const { client } = shop.admin;
  const { vehicleId, images } = await withImages(3);
  const [first, second, third] = images as [Image, Image, Image];
  const input = { caption: 'From behind', place: 1, isPrimary: true, expectedVersion: third.version };
  const { updateVehicleImage } = await client.ask<{ updateVehicleImage: Image }>(UPDATE, {
    id: third.id,
    input,
  });
  expect(updateVehicleImage).toMatchObject({ caption: 'From behind', place: 1, isPrimary: true });
  expect(
    (await imagesOf(client, vehicleId)).map(({ id, place, isPrimary }) => [id, place, isPrimary]),
  ).toEqual([
    [third.id, 1, true],
    [first.id, 2, false],
    [second.id, 3, false],
  ]);
  expect((await client.send(UPDATE, { id: third.id, input })).code).toBe('CONFLICT');
  await client.ask(UPDATE, { id: third.id, input: { caption: null, place: 50 } });
  expect((await imagesOf(client, vehicleId)).map(({ id, caption }) => [id, caption])).toEqual([
    [first.id, 'Picture 0'],
    [second.id, 'Picture 1'],
    [third.id, null],
  ]);
  expect(problemsOf(await client.send(UPDATE, { id: third.id, input: { isPrimary: false } }))).toEqual([
    'isPrimary: ONE_OF',
  ]);
});

it('removes a picture; the next one stands for the vehicle, the file stays', async () => {
  const { client } = shop.admin;
  const { vehicleId, images } = await withImages(3);
  const [first, second, third] = images as [Image, Image, Image];
  const { removeVehicleImage } = await client.ask<{ removeVehicleImage: object }>(REMOVE, { id: first.id });
  expect(removeVehicleImage).toEqual({
    id: vehicleId,
    images: [
      { id: second.id, place: 1, isPrimary: true },
      { id: third.id, place: 2, isPrimary: false },
    ],
  });
  expect((await client.send(REMOVE, { id: first.id })).code).toBe('NOT_FOUND');
  const { file } = await client.ask<{ file: object }>('query ($id: ID!) { file(id: $id) { state } }', {
    id: first.file!.id,
  });
  expect(file).toEqual({ state: 'READY' });
});

describe('a file', () => {
  let vehicleId: string;
  beforeAll(async () => {
    vehicleId = (await createVehicle(shop.admin.client)).id;
  });

  it.each([
    ['that does not exist', async () => '01a1fa6a-ce0d-7513-9abd-c393af773971', 'UNKNOWN'],
    ['of another organisation', async () => (await png((await graph.shop()).admin.client)).id, 'UNKNOWN'],
    [
      'that is no picture',
      async () => (await upload(shop.admin.client, 'text/plain', Buffer.from('words'))).id,
      'NOT_AN_IMAGE',
    ],
    [
      'that has not arrived',
      async () => (await begin(shop.admin.client, 'image/png', bytes.length)).file.id,
      'NOT_READY',
    ],
  ])('%s is refused', async (_, file, code) => {
    const fileId = await file();
    const before = await written(graph, shop);
    expect(problemsOf(await add(shop.admin.client, vehicleId, fileId))).toEqual([`fileId: ${code}`]);
    expect(await written(graph, shop)).toEqual(before);
  });
});

it('customers add pictures of their own car, see none from before it was theirs, and remove their own alone', async () => {
  const { client: admin } = shop.admin;
  const { id: customerId } = await createCustomer(admin);
  const { client } = await accountOf(graph, shop, customerId);
  const { vehicleId, images } = await withImages(1);
  const staffs = await png(admin);
  const own = await png(client);
  expect((await add(client, vehicleId, own.id)).code).toBe('NOT_FOUND');
  await admin.ask(
    'mutation ($id: ID!, $to: ID!) { transferVehicleOwnership(id: $id, customerId: $to) { id } }',
    {
      id: vehicleId,
      to: customerId,
    },
  );
  expect(await imagesOf(client, vehicleId)).toEqual([]);
  expect(problemsOf(await add(client, vehicleId, staffs.id))).toEqual(['fileId: UNKNOWN']);
  const made = (await add(client, vehicleId, own.id)).data.addVehicleImage;
  const shops = (await add(admin, vehicleId, staffs.id)).data.addVehicleImage;
  expect((await imagesOf(client, vehicleId)).map(({ id, file }) => [id, file?.id ?? null])).toEqual([
    [made.id, own.id],
    [shops.id, null],
  ]);
  for (const id of [images[0]!.id, shops.id])
    expect((await client.send(REMOVE, { id })).code).toBe('NOT_FOUND');
  expect((await client.send(REMOVE, { id: made.id })).code).toBeUndefined();
});

it('a vehicle has at most fifty pictures', async () => {
  const { vehicleId, images } = await withImages(1);
  await graph.sql(
    `insert into vehicle.vehicle_image select organisation_id, gen_random_uuid(), 1, now(), now(), vehicle_id,
       gen_random_uuid(), null, n, false, null from vehicle.vehicle_image, generate_series(2, 50) n where id = $1`,
    [images[0]!.id],
  );
  const { id } = await png(shop.admin.client);
  expect(problemsOf(await add(shop.admin.client, vehicleId, id))).toEqual(['vehicleId: TOO_MANY']);
});
