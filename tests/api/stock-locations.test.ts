import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { accountOf, createCustomer, eventually } from './customers.fixtures';

const graph = useGraph();

const LOCATIONS =
  '{ stockLocations { totalCount nodes { id version name kind serviceCentre { id name } } } }';
const read = async (client: GraphClient) =>
  (await client.ask<{ stockLocations: { totalCount: number; nodes: object[] } }>(LOCATIONS)).stockLocations;

describe('stockLocations', () => {
  it('has one for each service centre, from the day it opens; staff see those of their own', async () => {
    const shop = await graph.shop({ centres: 1 });
    const location = (index: number, name: string) => ({
      id: expect.any(String),
      version: 1,
      name,
      kind: 'SERVICE_CENTRE',
      serviceCentre: { id: shop.centres[index], name },
    });
    await eventually(async () =>
      expect(await read(shop.admin.client)).toEqual({
        totalCount: 2,
        nodes: [location(1, 'Centre 2'), location(0, 'First centre')],
      }),
    );
    const technician = await shop.staff('TECHNICIAN');
    expect(await read(technician.client)).toEqual({ totalCount: 1, nodes: [location(0, 'First centre')] });
    const other = await graph.shop();
    await eventually(async () => expect((await read(other.admin.client)).totalCount).toBe(1));
  });

  it('is not for customers, nor for who is not signed in', async () => {
    const shop = await graph.shop();
    const { id } = await createCustomer(shop.admin.client);
    const customer = await accountOf(graph, shop, id);
    for (const [client, code] of [
      [customer.client, 'FORBIDDEN'],
      [graph.anonymous(), 'UNAUTHENTICATED'],
    ] as const) {
      const answer = await client.send(LOCATIONS);
      expect(answer.code).toBe(code);
      expect(answer.data).toBeNull();
    }
  });
});
