import type { DemoGraph } from '../../program/demo/demo-graph';
import { writeHistory } from '../../program/demo/history/write-history';
import { openTrade, untilReady } from '../../program/demo/open-trade';
import { openCatalogue, openWorkshop } from '../../program/demo/open-workshop';
import { MAIN_SHOP } from '../../program/demo/shops';
import { Keyring } from '../../shared/security/keyring';
import { addDays } from '../../shared/time-zone';
import type { TestGraph } from '../harness/graph';
import { runState } from '../harness/run-state';
import type { Member, Shop } from '../harness/shop';
import { type FactsOf, MOST_DAYS_BACK, readFacts } from './reports.fixtures';

export interface DemoShop extends FactsOf {
  shop: Shop;
  manager: Member;
  technician: Member;
  today: string;
  days: { from: string; to: string };
}

export const HISTORY = { jobs: 180, customers: 60, vehicles: 90, days: 60 };

/** A shop with what the demo shop has behind it, in two service centres. Ids follow from the seed alone. */
export async function openDemoShop(graph: TestGraph, seed: number): Promise<DemoShop> {
  const shop = await graph.shop({ centres: 1 });
  const { client } = shop.admin;
  const manager = await shop.staff('MANAGER');
  await shop.staff('ADVISOR');
  const technician = await shop.staff('TECHNICIAN');
  await shop.staff('TECHNICIAN');
  for (let n = 0; n < 2; n += 1) await shop.staff('TECHNICIAN', { centres: [shop.centres[1]!] });
  const asked = {
    organisationId: shop.id,
    ask: <T>(_subgraph: string, query: string, variables: Record<string, unknown> = {}) =>
      client.ask<T>(query, variables),
    async create(_subgraph: string, type: string, input: Record<string, unknown>) {
      const document = `mutation ($input: Create${type}Input!) { made: create${type}(input: $input) { id } }`;
      return (await client.ask<{ made: { id: string } }>(document, { input })).made.id;
    },
  } as unknown as DemoGraph;
  await openCatalogue(asked);
  await openTrade(asked, MAIN_SHOP);
  const now = new Date();
  for (const [n, serviceCentreId] of shop.centres.entries()) {
    await openWorkshop(asked, serviceCentreId);
    await untilReady(asked, serviceCentreId);
    await writeHistory(
      graph.databaseUrl,
      new Keyring(runState().encryptionKeys),
      { organisationId: shop.id, serviceCentreId, seed: seed + n, ...HISTORY },
      now,
    );
  }
  const today = now.toISOString().slice(0, 10);
  const days = { from: addDays(today, -40), to: addDays(today, 1) };
  return {
    shop,
    manager,
    technician,
    today,
    days,
    ...(await readFacts(graph, shop, { from: addDays(today, -MOST_DAYS_BACK), to: days.to })),
  };
}
