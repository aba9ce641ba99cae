import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { createVehicle } from './customers.fixtures';
import { emit, messagesOf, reachableCustomer } from './messages.fixtures';

/** Nobody is written to here: what would go out is kept, and can be read. */
const graph = useGraph();

let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

const CREATE = 'mutation ($input: CreateReminderInput!) { createReminder(input: $input) { id } }';

/** What the owner is told when this reminder comes due. */
async function told(language: string, input: Record<string, unknown>): Promise<string> {
  const { client } = shop.admin;
  const owner = await reachableCustomer(client, { language });
  const { id: vehicleId } = await createVehicle(client, { ownerId: owner.id });
  const { createReminder } = await client.ask<{ createReminder: { id: string } }>(CREATE, {
    input: { vehicleId, ...input },
  });
  await emit(
    graph,
    shop,
    'VehicleReminderDue',
    { type: 'VehicleReminder', id: createReminder.id },
    { vehicleId, customerId: owner.id, kind: input.kind },
  );
  await untilIdle(graph, shop.id);
  const [message] = await messagesOf(client, { customerId: owner.id, channel: 'SMS' });
  expect(message).toMatchObject({
    kind: 'VEHICLE_REMINDER',
    basis: 'LEGITIMATE_INTEREST',
    relatedType: 'VehicleReminder',
    relatedId: createReminder.id,
    state: 'KEPT',
  });
  return message!.body.replace(`Shop ${shop.slug}: `, '');
}

it.each([
  [
    'en-GB',
    { kind: 'MOT', dueOn: '2027-03-05' },
    'For Fiat Panda this is due: inspection (MOT) (5 March 2027).',
  ],
  [
    'it-IT',
    { kind: 'SERVICE', dueOn: '2027-03-05' },
    'Per Fiat Panda è in scadenza: tagliando (5 marzo 2027).',
  ],
  ['sw-KE', { kind: 'INSURANCE', dueOn: '2027-03-05' }, 'Kwa Fiat Panda, muda unafika: bima (5 Machi 2027).'],
  [
    'en-GB',
    { kind: 'OTHER', title: 'Winter tyres', dueOn: '2027-03-05' },
    'For Fiat Panda this is due: Winter tyres (5 March 2027).',
  ],
])('a reminder is told to the owner in their language: %s %j', async (language, input, text) => {
  expect(await told(language, input)).toContain(text);
});

it('one that goes by mileage alone is due soon', async () => {
  const body = await told('en', { kind: 'SERVICE', dueMileage: { value: 90_000, unit: 'KM' } });
  expect(body).toContain('For Fiat Panda this is due: service (soon).');
});
