import { makeClient, register } from '../clients/third-party.fixtures';
import type { Shop } from '../harness/shop';
import { recordCore } from './core-returns.fixtures';
import { openCounterOrder } from './counter-orders.fixtures';
import { createCustomer } from './customers.fixtures';
import { clockOff, clockOn, takeOn } from './jobs.fixtures';
import { createLocation, stocked, storeOf } from './stock.fixtures';
import { request } from './stock-transfers.fixtures';
import { claim, soldOver } from './warranty.fixtures';
import { createEndpoint } from './webhooks.fixtures';

const START = `mutation ($input: StartStocktakeInput!) { startStocktake(input: $input) { id } }`;

/** Three of each: parts, where they lie, how they came there, what is asked for elsewhere and what is counted; the first count. */
export async function fillStock(shop: Shop): Promise<string> {
  const { client } = shop.admin;
  const [store, branch] = [await storeOf(shop), await storeOf(shop, 1)];
  for (const name of ['Belt', 'Bulb', 'Bush']) {
    const { partId } = await stocked(client, store, '10', { name });
    await request(client, store, branch, [{ partId, quantity: '1' }]);
  }
  const counted: string[] = [];
  for (const locationId of [store, branch, await createLocation(client)]) {
    const { startStocktake } = await client.ask<{ startStocktake: { id: string } }>(START, {
      input: { locationId },
    });
    counted.push(startStocktake.id);
  }
  return counted[0]!;
}

/** Three orders over the counter, and a claim for a piece of each; three old units that came back. */
export async function sellAndClaim(shop: Shop): Promise<void> {
  const { client } = shop.admin;
  for (let n = 0; n < 3; n += 1) {
    const id = await openCounterOrder({ client, shop, centre: shop.centres[0]! }, 'DELIVERED');
    const { counterOrder } = await client.ask<{ counterOrder: { lines: { id: string }[] } }>(
      'query ($id: ID!) { counterOrder(id: $id) { lines { id } } }',
      { id },
    );
    await claim(client, { counterOrderLineId: counterOrder.lines[0]!.id });
  }
  const store = await storeOf(shop);
  const where = { serviceCentreId: shop.centres[0] };
  const { counterOrderLineId } = await soldOver(client, { store }, '3', where);
  for (let n = 0; n < 3; n += 1) await recordCore(client, { counterOrderLineId });
}

/** Three technicians, each of whom has worked on a job of their own. */
export async function clockWork(shop: Shop, visit: { customerId: string; vehicleId: string }): Promise<void> {
  const manager = await shop.staff('MANAGER');
  for (let nth = 0; nth < 3; nth += 1) {
    const technician = await shop.staff('TECHNICIAN');
    const id = await takeOn({ shop, manager, technician, visit });
    const { data } = await clockOn(technician.client, id);
    await clockOff(technician.client, data.startTimeEntry.id);
  }
}

/** Three clients, each with a document and an endpoint that nobody answers at; one customer, of whom all are told. */
export async function letClientsIn(shop: Shop): Promise<void> {
  for (let n = 0; n < 3; n += 1) {
    const { id } = await makeClient(shop.admin, ['customers:read']);
    await register(shop.admin, id, 'query Count { customers { totalCount } }');
    await createEndpoint(shop.admin.client, { clientId: id, url: 'http://127.0.0.1:1/' });
  }
  await createCustomer(shop.admin.client);
}

export interface Page {
  totalCount: number;
  edges: { cursor: string; node: { id: string } }[];
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

export const PAGE = `totalCount edges { cursor node { id } } nodes { id }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
