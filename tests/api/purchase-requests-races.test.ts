import { newId } from '../../shared/ids';
import { raisePurchaseRequest } from '../../subgraphs/inventory/purchasing/requests/raise-purchase-request';
import { useGraph } from '../harness/graph';
import { untilWaiting } from '../harness/locks';
import { FACTS, system } from '../harness/subgraphs';
import { openSubgraphsOn, type SubgraphsOn } from '../security/subgraphs-on.fixtures';
import {
  type Buying,
  done,
  euro,
  move,
  newPart,
  ORDER_REQUESTS,
  type Order,
  openBuying,
  requestsFor,
  send,
  standing,
} from './purchasing.fixtures';

/** Who asks for the same part at the same time, each in a transaction of their own. */
const graph = useGraph();
let buying: Buying;
let subgraphs: SubgraphsOn;
beforeAll(async () => {
  buying = await openBuying(graph);
  subgraphs = await openSubgraphsOn(graph.databaseUrl);
});
afterAll(() => subgraphs?.close());

const program = () => subgraphs.of('inventory').context(system(buying.shop.id), FACTS);

interface Need {
  id: string;
  lineId: string;
}

const newNeed = (): Need => ({ id: newId(), lineId: newId() });

/** A job lacks so much; `before` the transaction ends, something else may happen. */
const lacks = (partId: string, quantity: string, need: Need, before = async () => {}): Promise<string> =>
  program().transaction(async (tx) => {
    const cause = { type: 'JobCard' as const, ...need };
    const place = { partId, locationId: buying.locationId };
    const { id } = await raisePurchaseRequest(tx, { ...place, quantity, cause });
    await before();
    return id;
  });

const stands = async (partId: string) => standing(await requestsFor(buying.buyer.client, partId));

it('who finds no open request while somebody else is raising it waits, and adds to that', async () => {
  const part = await newPart(buying);
  let second: Promise<string>[] = [];
  const first = await lacks(part.id, '2', newNeed(), async () => {
    second = [lacks(part.id, '3', newNeed())];
    expect(await untilWaiting(graph, second)).toBeGreaterThan(0);
  });
  expect(await Promise.all(second)).toEqual([first]);
  expect(await stands(part.id)).toEqual(['OPEN 5']);
});

it('what is asked for in a transaction that fails was never asked for, and who waited asks alone', async () => {
  const part = await newPart(buying);
  let second: Promise<string>[] = [];
  const first = lacks(part.id, '2', newNeed(), async () => {
    second = [lacks(part.id, '3', newNeed())];
    await untilWaiting(graph, second);
    throw new Error('The rest of it failed.');
  });
  await expect(first).rejects.toThrow('The rest of it failed.');
  await Promise.all(second);
  expect(await stands(part.id)).toEqual(['OPEN 3']);
});

it('what comes back from an order is added to what the same line lacks by now', async () => {
  const part = await newPart(buying);
  const need = newNeed();
  const requestId = await lacks(part.id, '4', need);
  const wish = { requestId, supplierId: buying.supplierId, unitPrice: euro('1.00') };
  const [order] = await done(
    send<Order[]>(buying.buyer.client, ORDER_REQUESTS, { input: { requests: [wish] } }),
  );
  await lacks(part.id, '1', need);
  await done(move(buying.buyer.client, 'cancel', order!.id));
  const [open] = await requestsFor(buying.buyer.client, part.id);
  expect(open).toMatchObject({
    status: 'OPEN',
    quantity: '5',
    causes: [{ type: 'JOB_CARD', quantity: '5' }],
  });
});

it('fifty jobs at once lack the same part: one request has all of it', async () => {
  const part = await newPart(buying);
  const needs = Array.from({ length: 50 }, newNeed);
  const ids = await Promise.all(needs.map((need) => lacks(part.id, '2', need)));
  expect(new Set(ids).size).toBe(1);
  expect(await stands(part.id)).toEqual(['OPEN 100']);
});
