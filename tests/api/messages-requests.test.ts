import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { createVehicle } from './customers.fixtures';
import { openCard } from './job-cards.fixtures';
import { emit, messagesOf, notificationsOf, reachableCustomer } from './messages.fixtures';
import { APPROVE, REJECT, raise } from './service-requests.fixtures';

/** Nobody is written to here: what would go out is kept, and can be read. */
const graph = useGraph();

let shop: Shop;
let admin: GraphClient;
beforeAll(async () => {
  shop = await graph.shop();
  admin = shop.admin.client;
});

async function visit(language = 'en') {
  const serviceCentreId = shop.centres[0]!;
  const { id: customerId } = await reachableCustomer(admin, { language, serviceCentreId });
  const { id: vehicleId } = await createVehicle(admin, { ownerId: customerId, serviceCentreId });
  return { customerId, vehicleId, serviceCentreId };
}

async function toldBySms(customerId: string) {
  await untilIdle(graph, shop.id);
  const found = await messagesOf(admin, { customerId, channel: 'SMS' });
  return found.map(({ kind, body }) => [kind, body.replace(`Shop ${shop.slug}: `, '')]);
}

describe('a service request', () => {
  it('is told to those of the centre who decide, and the decision to the customer', async () => {
    const [manager, advisor] = [await shop.staff('MANAGER'), await shop.staff('ADVISOR')];
    const { customerId, vehicleId, serviceCentreId } = await visit();
    const request = await raise(admin, { customerId, vehicleId }, { serviceCentreId });
    await untilIdle(graph, shop.id);
    expect(await notificationsOf(manager.client, { category: 'APPROVAL' })).toEqual([
      expect.objectContaining({
        kind: 'REQUEST_APPROVAL_NEEDED',
        type: 'APPROVAL',
        title: `La richiesta ${request.number} attende l’approvazione`,
        relatedType: 'ServiceRequest',
        relatedId: request.id,
        actionUrl: `/service-requests/${request.id}`,
      }),
    ]);
    expect(await notificationsOf(advisor.client, { category: 'APPROVAL' })).toEqual([]);
    await admin.ask(APPROVE, { id: request.id });
    expect(await toldBySms(customerId)).toEqual([
      ['REQUEST_APPROVED', `Your request ${request.number} for Fiat Panda was approved.`],
    ]);
  });

  it('that is rejected is told to the customer too', async () => {
    const { customerId, vehicleId, serviceCentreId } = await visit('sw');
    const request = await raise(admin, { customerId, vehicleId }, { serviceCentreId });
    await admin.ask(REJECT, { id: request.id, reason: 'No room.' });
    expect(await toldBySms(customerId)).toEqual([
      [
        'REQUEST_REJECTED',
        expect.stringContaining(`Hatuwezi kukubali ombi lako ${request.number} la Fiat Panda.`),
      ],
    ]);
  });
});

describe('a job card of the body shop', () => {
  it('is told to the customer with its code, and at the stages that are theirs to know', async () => {
    const { customerId, vehicleId, serviceCentreId } = await visit();
    const card = await openCard(admin, vehicleId, { serviceCentreId });
    const about = { serviceCentreId, customerId, vehicleId };
    await emit(graph, shop, 'PreCheckInReceived', { type: 'JobCard', id: card.id }, about);
    await untilIdle(graph, shop.id);
    const { jobCard, jobStages } = await admin.ask<{
      jobCard: { trackingCode: string };
      jobStages: { id: string; name: string; notifiesCustomer: boolean }[];
    }>('query ($id: ID!) { jobCard(id: $id) { trackingCode } jobStages { id name notifiesCustomer } }', {
      id: card.id,
    });
    const told = jobStages.find(({ notifiesCustomer }) => notifiesCustomer)!;
    const quiet = jobStages.find(({ notifiesCustomer }) => !notifiesCustomer)!;
    for (const { id } of [told, quiet])
      await admin.ask(
        'mutation ($card: ID!, $stage: ID!) { moveJobCardToStage(id: $card, stageId: $stage) { id } }',
        { card: card.id, stage: id },
      );
    const messages = (await toldBySms(customerId)).reverse();
    expect(messages[0]).toEqual([
      'PRE_CHECK_IN_RECEIVED',
      `We have your details for Fiat Panda. Follow the work with the code ${jobCard.trackingCode}.`,
    ]);
    expect(messages.slice(1).map(([kind]) => kind)).toEqual(['STAGE_CHANGED']);
  });
});
