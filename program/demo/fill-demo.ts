import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kernel } from '../../shared/subgraph/kernel';
import { DemoGraph } from './demo-graph';
import { fillBilling } from './fill-billing';
import { fillDeposits } from './fill-deposits';
import { fillFrontDoor } from './fill-front-door';
import { fillInspections } from './fill-inspections';
import { fillJobs } from './fill-jobs';
import { fillOldUnits } from './fill-old-units';
import { fillPhotos } from './fill-photos';
import { fillPurchasing } from './fill-purchasing';
import { fillSales } from './fill-sales';
import { fillStock } from './fill-stock';
import { fillStocktakes } from './fill-stocktakes';
import { fillThirdParty } from './fill-third-party';
import { fillVisits } from './fill-visits';
import { fillWarranty } from './fill-warranty';
import { openBranch } from './open-branch';
import { hire, openShop } from './open-shop';
import { openTrade } from './open-trade';
import { openCatalogue } from './open-workshop';
import { DEMO_SHOPS, type DemoShop, MAIN_SHOP } from './shops';
import { DEMO_STAFF } from './sign-ins';

export interface DemoFilling {
  /** Ends when everything is there, or with the mistake for which it is not. */
  filled: Promise<void>;
  stop(): Promise<void>;
}

type Step = () => Promise<void>;

const EVERY_PERCENT = 25;

/** Opens the demo shops, then goes on filling them behind what is served. Filled ones are left alone. */
export async function fillDemo(kernel: Kernel): Promise<DemoFilling> {
  const { environment, peers, log } = kernel;
  const mark = join(environment.dataFolder, 'demo-filled');
  const graph = new DemoGraph(peers, MAIN_SHOP.key);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === (await graph.openedAt()))
    return { filled: Promise.resolve(), stop: async () => {} };
  const [modena] = await openDoor(graph).catch((error: Error) => {
    throw new Error(`the demo shop cannot be opened: ${error.message} Start without it: DEMO=off.`, {
      cause: error,
    });
  });
  let stopped = false;
  const filled = runSteps(
    stepsOf(kernel, graph, modena!, () => stopped),
    () => stopped,
  ).then(async () => {
    // In whose place another database stands the next time, it is not filled.
    if (!stopped) writeFileSync(mark, (await graph.openedAt())!);
  });
  const filling = filled.catch((error) => log.error('the demo shop could not be filled', error));
  return {
    filled,
    async stop() {
      stopped = true;
      await filling;
    },
  };
}

/** What must be there before anybody signs in. */
async function openDoor(graph: DemoGraph): Promise<string[]> {
  const centres = await openShop(graph, MAIN_SHOP);
  await hire(graph, centres[0]!, DEMO_STAFF.slice(1));
  return centres;
}

/** First what lies behind the shops, and then, by the commands that clients use, what is going on today. */
function stepsOf(kernel: Kernel, graph: DemoGraph, modena: string, stopped: () => boolean): Step[] {
  const behind = DEMO_SHOPS.flatMap((shop, place) => openingOf(kernel, shop, 10 * place + 1));
  const today = [
    fillPurchasing,
    fillStock,
    fillJobs,
    fillVisits,
    fillInspections,
    fillBilling,
    fillSales,
    fillWarranty,
    fillOldUnits,
    fillStocktakes,
    fillDeposits,
    fillFrontDoor,
    fillThirdParty,
    (of: DemoGraph, centre: string) => fillPhotos(of, centre, kernel.storage),
  ];
  return [...behind, ...today.map((fill) => () => fill(graph, modena, stopped))];
}

function openingOf(kernel: Kernel, shop: DemoShop, seed: number): Step[] {
  const graph = new DemoGraph(kernel.peers, shop.key);
  return [
    async () => {
      await openShop(graph, shop);
      await openCatalogue(graph);
      await openTrade(graph, shop);
    },
    ...shop.centres.map((centre, n) => async () => {
      const ids = await openShop(graph, shop);
      await openBranch(kernel, graph, { centre, serviceCentreId: ids[n]!, seed: seed + n });
    }),
  ];
}

async function runSteps(steps: readonly Step[], stopped: () => boolean): Promise<void> {
  let told = 0;
  for (const [n, step] of steps.entries()) {
    if (stopped()) return;
    await step();
    const percent = Math.floor(((n + 1) / steps.length) * 100);
    if (stopped() || percent < told + EVERY_PERCENT) continue;
    told = percent - (percent % EVERY_PERCENT);
    console.log(`Filling the demo shop: ${told} %`);
  }
}
