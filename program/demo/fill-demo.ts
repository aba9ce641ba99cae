import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../shared/environment';
import type { Log } from '../../shared/log';
import type { PeerLinks } from '../../shared/subgraph/peers';
import { DemoGraph } from './demo-graph';
import { fillBilling } from './fill-billing';
import { fillJobs } from './fill-jobs';
import { fillPurchasing } from './fill-purchasing';
import { fillSales } from './fill-sales';
import { fillShop } from './fill-shop';
import { fillStock } from './fill-stock';
import { fillWarranty } from './fill-warranty';
import { openShop } from './open-shop';
import { openWorkshop } from './open-workshop';

export interface DemoFilling {
  stop(): Promise<void>;
}

const EVERY_PERCENT = 25;

/** Opens the demo shop, then goes on filling it behind what is served. A filled shop is left alone. */
export async function fillDemo(environment: Environment, links: PeerLinks, log: Log): Promise<DemoFilling> {
  const graph = new DemoGraph(links);
  const mark = join(environment.dataFolder, 'demo-filled');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === (await graph.openedAt()))
    return { stop: async () => {} };
  const centres = await openEverything(graph).catch((error: Error) => {
    throw new Error(`the demo shop cannot be opened: ${error.message} Start without it: DEMO=off.`, {
      cause: error,
    });
  });
  let stopped = false;
  const filling = fillShop(graph, centres, { progress: printProgress(), stopped: () => stopped })
    .then(async () => {
      if (stopped) return;
      await fillPurchasing(graph, centres[0]!);
      await fillStock(graph, centres[0]!);
      await fillJobs(graph, centres[0]!, () => stopped);
      if (stopped) return;
      await fillBilling(graph, centres[0]!);
      await fillSales(graph, centres[0]!);
      await fillWarranty(graph, centres[0]!);
      // In whose place another database stands the next time, it is not filled.
      writeFileSync(mark, (await graph.openedAt())!);
    })
    .catch((error) => log.error('the demo shop could not be filled', error));
  return {
    async stop() {
      stopped = true;
      await filling;
    },
  };
}

async function openEverything(graph: DemoGraph): Promise<string[]> {
  const centres = await openShop(graph);
  await openWorkshop(graph, centres);
  return centres;
}

function printProgress(): (done: number, all: number) => void {
  let told = 0;
  return (done, all) => {
    const percent = Math.floor((done / all) * 100);
    if (percent < told + EVERY_PERCENT) return;
    told = percent - (percent % EVERY_PERCENT);
    console.log(`Filling the demo shop: ${told} %`);
  };
}
