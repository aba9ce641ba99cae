import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../shared/environment';
import type { Log } from '../../shared/log';
import type { PeerLinks } from '../../shared/subgraph/peers';
import { DemoShop } from './demo-shop';

export interface DemoFilling {
  stop(): Promise<void>;
}

const EVERY_PERCENT = 25;

/** Opens the demo shop, then goes on filling it behind what is served. A filled shop is left alone. */
export async function fillDemo(environment: Environment, links: PeerLinks, log: Log): Promise<DemoFilling> {
  const marker = join(environment.dataFolder, 'postgres', 'demo-filled');
  if (existsSync(marker)) return { stop: async () => {} };
  const shop = new DemoShop(links, log);
  await shop.open();
  let stopped = false;
  const filling = shop
    .fill(printProgress(), () => stopped)
    .then(() => {
      if (!stopped) writeFileSync(marker, '');
    })
    .catch((error) => log.error('the demo shop could not be filled', error));
  return {
    async stop() {
      stopped = true;
      await filling;
    },
  };
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
