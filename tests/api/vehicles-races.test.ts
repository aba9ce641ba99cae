import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { createVehicle, eventsOf } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

const CREATE = 'mutation ($input: CreateVehicleInput!) { createVehicle(input: $input) { id } }';
type Made = { createVehicle: { id: string } };

it('gives a plate that twenty want at once to one of them', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      shop.admin.client.send<Made>(CREATE, {
        input: {
          make: 'Race',
          model: `Car ${n}`,
          plate: { number: `RA ${' '.repeat(n % 3)}CE`, country: 'IT' },
        },
      }),
    ),
  );
  const codes = answers.map((answer) => answer.code ?? 'made');
  expect(codes.sort()).toEqual([...Array.from({ length: 19 }, () => 'CONFLICT'), 'made']);
  const [stored] = await graph.sql(
    `select count(*)::int as vehicles, (select count(*)::int from vehicle.plate_period p
       where p.organisation_id = $1 and p.valid_to is null) as periods
     from vehicle.vehicle where organisation_id = $1 and plate_key = 'RACE'`,
    [shop.id],
  );
  expect(stored).toEqual({ vehicles: 1, periods: 1 });
});

it('makes one vehicle of fifty calls at once with one idempotency key', async () => {
  const input = { make: 'Once', model: 'Only', vin: 'ZFA31200000000050', idempotencyKey: 'fifty-vehicles' };
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => shop.admin.client.send<Made>(CREATE, { input })),
  );
  expect(answers.flatMap((answer) => answer.errors)).toEqual([]);
  const ids = new Set(answers.map((answer) => answer.data.createVehicle.id));
  expect(ids.size).toBe(1);
  expect(await eventsOf(graph, [...ids][0]!)).toEqual(['VehicleCreated']);
});

it('keeps one running plate and one way through for each, when a car is re-plated twenty times at once', async () => {
  const { id } = await createVehicle(shop.admin.client, { plate: { number: 'START', country: 'IT' } });
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      shop.admin.client.send(
        'mutation ($id: ID!, $plate: PlateInput) { changeVehiclePlate(id: $id, plate: $plate) { id } }',
        { id, plate: { number: `NEXT ${n}`, country: 'IT' } },
      ),
    ),
  );
  expect(answers.flatMap((answer) => answer.errors)).toEqual([]);
  const [history] = await graph.sql(
    `select count(*)::int as periods, count(*) filter (where valid_to is null)::int as running
     from vehicle.plate_period where vehicle_id = $1`,
    [id],
  );
  expect(history).toEqual({ periods: 21, running: 1 });
});
