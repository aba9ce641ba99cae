import { createCustomer, createVehicle } from '../api/customers.fixtures';
import { useGraph } from '../harness/graph';

const graph = useGraph();

test('a record of another subgraph that one may not see is null, without an error or a word about it', async () => {
  const shop = await graph.shop({ centres: 1 });
  const [here, there] = shop.centres;
  const owner = await createCustomer(shop.admin.client, { serviceCentreId: there });
  const vehicle = await createVehicle(shop.admin.client, { ownerId: owner.id, serviceCentreId: here });
  const advisor = await shop.staff('ADVISOR', { centres: [here!] });
  const query = 'query ($id: ID!) { vehicle(id: $id) { id owner { firstName } } }';
  const seen = await advisor.client.send<{ vehicle: { id: string; owner: null } }>(query, { id: vehicle.id });
  expect(seen.data.vehicle.id).toBe(vehicle.id);
  expect(seen.data.vehicle.owner).toBeNull();
  expect([seen.errors, seen.extensions]).toEqual([[], undefined]);
});
