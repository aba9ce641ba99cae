import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { arrive, openCard, UPDATE } from './job-cards.fixtures';

/** The program reads together what is asked at the same moment: nobody is told anybody else's, and nothing old. */
const graph = useGraph();
const MANY = 20;
const BOARD = `{ jobCards(first: 20) { totalCount nodes { id technicianNotes vehicle { plate owner { lastName } } } } }`;

interface Board {
  jobCards: { totalCount: number; nodes: { id: string; technicianNotes: string | null }[] };
}
let shop: Shop;
let here: Member;
let there: Member;

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  [here, there] = [await managerOf(shop, 0), await managerOf(shop, 1)];
  await openIn(shop, 0);
  await openIn(shop, 1);
  await openIn(shop, 1);
});

const managerOf = ({ centres, staff }: Shop, n: number) => staff('MANAGER', { centres: [centres[n]!] });
const openIn = async ({ admin: { client }, centres }: Shop, n: number) => {
  const serviceCentreId = centres[n]!;
  const { vehicleId } = await arrive(client, serviceCentreId);
  return openCard(client, vehicleId, { serviceCentreId });
};
const boardOf = async (client: GraphClient) => (await client.ask<Board>(BOARD)).jobCards;

it('each sees what they see when they ask alone, whoever asks the same at the same moment', async () => {
  const stranger = await graph.shop();
  await openIn(stranger, 0);
  const clients = [here, there, shop.admin, stranger.admin].map(({ client }) => client);
  const alone: unknown[] = [];
  for (const client of clients) alone.push(await boardOf(client));
  expect(alone.map((board) => (board as Board['jobCards']).totalCount)).toEqual([1, 2, 3, 1]);
  const atOnce = await Promise.all(
    Array.from({ length: MANY }, () => Promise.all(clients.map((client) => boardOf(client)))),
  );
  expect(atOnce).toEqual(Array.from({ length: MANY }, () => alone));
});

it('whoever has changed something sees it, however many ask the same meanwhile', async () => {
  const { id } = await openIn(shop, 0);
  let changing = true;
  const others = Array.from({ length: MANY }, async () => {
    let asked = 0;
    for (; changing; asked += 1) await boardOf(here.client);
    return asked;
  });
  const seen: (string | null)[] = [];
  for (let n = 0; n < MANY; n += 1) {
    await here.client.ask(UPDATE, { id, input: { technicianNotes: `Note ${n}` } });
    const { nodes } = await boardOf(here.client);
    seen.push(nodes.find((card) => card.id === id)!.technicianNotes);
  }
  changing = false;
  expect(Math.min(...(await Promise.all(others)))).toBeGreaterThan(0);
  expect(seen).toEqual(Array.from({ length: MANY }, (_, n) => `Note ${n}`));
});
