import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { accountOf, createCustomer, createVehicle } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
});

interface Seen {
  status: string;
  serviceHistory: { totalCount: number; nodes: { id: string; status: string }[] };
}
const seen = async (id: string, client: GraphClient = shop.admin.client): Promise<Seen> =>
  (
    await client.ask<{ vehicle: Seen }>(
      'query ($id: ID!) { vehicle(id: $id) { status serviceHistory(first: 1) { totalCount nodes { id status } } } }',
      { id },
    )
  ).vehicle;

async function card(vehicleId: string, serviceCentreId = shop.centres[0]): Promise<string> {
  const { createJobCard } = await shop.admin.client.ask<{ createJobCard: { id: string } }>(
    'mutation ($input: CreateJobCardInput!) { createJobCard(input: $input) { id } }',
    { input: { vehicleId, complaint: 'Noise', serviceCentreId } },
  );
  return createJobCard.id;
}

/** The commands that complete and deliver a card come later. */
const becomes = (id: string, status: string, technician: string = shop.admin.id) =>
  graph.sql('update workshop.job_card set status = $2, technician_id = $3 where id = $1', [
    id,
    status,
    technician,
  ]);

it('follows from the open job cards; what was done is its service history', async () => {
  const { id: ownerId } = await createCustomer(shop.admin.client, { serviceCentreId: shop.centres[0] });
  const { id } = await createVehicle(shop.admin.client, { ownerId, serviceCentreId: shop.centres[0] });
  expect(await seen(id)).toEqual({ status: 'ACTIVE', serviceHistory: { totalCount: 0, nodes: [] } });
  const [one, two, three] = [await card(id), await card(id), await card(id)];
  expect(await seen(id)).toEqual({ status: 'IN_SERVICE', serviceHistory: { totalCount: 0, nodes: [] } });
  await becomes(one, 'COMPLETED');
  expect((await seen(id)).status).toBe('IN_SERVICE');
  await becomes(two, 'DELIVERED');
  await becomes(three, 'CANCELLED');
  expect(await seen(id)).toEqual({
    status: 'READY',
    serviceHistory: { totalCount: 2, nodes: [{ id: two, status: 'DELIVERED' }] },
  });
  await becomes(one, 'DELIVERED');
  expect(await seen(id)).toMatchObject({ status: 'ACTIVE', serviceHistory: { totalCount: 2 } });
});

it('is told as far as the cards are theirs to see, to a technician also of a colleague’s', async () => {
  const [seller, buyer] = [await createCustomer(shop.admin.client), await createCustomer(shop.admin.client)];
  const { id } = await createVehicle(shop.admin.client, {
    ownerId: seller.id,
    serviceCentreId: shop.centres[0],
  });
  const technician = await shop.staff('TECHNICIAN');
  const open = await card(id);
  await becomes(open, 'IN_PROGRESS');
  expect(await seen(id, technician.client)).toEqual({
    status: 'IN_SERVICE',
    serviceHistory: { totalCount: 0, nodes: [] },
  });
  const elsewhere = await shop.staff('MANAGER', { centres: [shop.centres[1]!] });
  const done = await card(id, shop.centres[1]);
  await becomes(done, 'DELIVERED');
  await graph.sql('update vehicle.vehicle set centres = $2 where id = $1', [id, shop.centres]);
  expect(await seen(id, elsewhere.client)).toEqual({
    status: 'ACTIVE',
    serviceHistory: { totalCount: 1, nodes: [{ id: done, status: 'DELIVERED' }] },
  });
  await shop.admin.client.ask(
    'mutation ($id: ID!, $to: ID!) { transferVehicleOwnership(id: $id, customerId: $to) { id } }',
    { id, to: buyer.id },
  );
  const next = await accountOf(graph, shop, buyer.id);
  expect(await seen(id, next.client)).toEqual({
    status: 'ACTIVE',
    serviceHistory: { totalCount: 0, nodes: [] },
  });
});
