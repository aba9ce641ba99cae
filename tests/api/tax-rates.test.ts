import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { eventually } from './customers.fixtures';

const graph = useGraph();

const RATES = '{ taxRates { name country category percent } }';
const read = async (client: GraphClient) => (await client.ask<{ taxRates: object[] }>(RATES)).taxRates;

describe('taxRates', () => {
  it.each([
    [
      'GB',
      'GBP',
      [
        ['Standard rate', 'STANDARD', '20'],
        ['Zero rate', 'ZERO', '0'],
      ],
    ],
    ['IT', 'EUR', [['Standard rate', 'STANDARD', '22']]],
    [
      'KE',
      'KES',
      [
        ['Standard rate', 'STANDARD', '16'],
        ['Zero rate', 'ZERO', '0'],
      ],
    ],
    ['US', 'USD', [['No sales tax', 'OUTSIDE', '0']]],
  ])('a shop in %s finds the rates of its country there', async (country, currency, rates) => {
    const shop = await graph.shop({ country, currency });
    await eventually(async () =>
      expect(await read(shop.admin.client)).toEqual(
        rates.map(([name, category, percent]) => ({ name, country, category, percent })),
      ),
    );
  });

  it('are for managers and accountants, of their own organisation', async () => {
    const shop = await graph.shop();
    for (const role of ['MANAGER', 'ACCOUNTANT']) {
      const { client } = await shop.staff(role);
      await eventually(async () => expect(await read(client)).toHaveLength(1));
    }
    const technician = await shop.staff('TECHNICIAN');
    for (const [client, code] of [
      [technician.client, 'FORBIDDEN'],
      [graph.anonymous(), 'UNAUTHENTICATED'],
    ] as const) {
      const answer = await client.send(RATES);
      expect(answer.code).toBe(code);
      expect(answer.data).toBeNull();
    }
  });
});
