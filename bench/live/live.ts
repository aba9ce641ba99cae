import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH } from '../place';
import { machineFacts } from '../report/machine';
import type { Say } from '../say';
import { checkDelivery, type Delivered } from './delivery';
import {
  BENT_MS,
  EVENTS_A_SECOND,
  type Latency,
  measureConnections,
  measureLatency,
  SECONDS,
} from './latency';
import { openStage } from './stage';

const GOAL = { subscribers: 1_000, p99: 50, kilobytes: 40 };
const ROUNDS = 3;
/** Until the process bends; the first of them warm it up. */
const STEPS = [250, 500, GOAL.subscribers, 2_000, 4_000, 6_000, 8_000];

/** `npm run bench -- --live`: that nothing is missed, and how long it takes. */
export async function live(say: Say): Promise<number> {
  const stage = await openStage(say);
  try {
    const kilobytes = await measureConnections(stage, GOAL.subscribers);
    say(`A connection that waits takes ${kilobytes.toFixed(0)} kB.`);
    const delivered = await checkDelivery(stage, say);
    say(`Every subscriber has heard each of its events once, in order: ${delivered.deliveries} deliveries.`);
    const steps: Latency[] = [];
    for (const many of STEPS) {
      const rounds: Latency[] = [];
      while (rounds.length < ROUNDS) rounds.push(await measureLatency(stage, many, say));
      const measured = rounds.sort((a, b) => a.p99 - b.p99)[Math.floor(ROUNDS / 2)]!;
      steps.push(measured);
      if (many > GOAL.subscribers && (measured.p99 > BENT_MS || measured.missing + measured.refused > 0))
        break;
    }
    const facts = await machineFacts(stage.databaseUrl);
    const machine = `${facts.date}, ${facts.processors}, ${facts.memory}, Node ${facts.node}, PostgreSQL ${facts.postgres}`;
    writeFileSync(join(BENCH, 'LIVE.md'), page(machine, { delivered, kilobytes, steps }));
    say('Written: bench/LIVE.md');
    return 0;
  } finally {
    await stage.close();
  }
}

interface Measured {
  delivered: Delivered;
  kilobytes: number;
  steps: readonly Latency[];
}

const page = (machine: string, { delivered, kilobytes, steps }: Measured): string => `# Live

Written by \`npm run bench -- --live\`: ${machine}; program, database, writers and subscribers on the same machine.

## Nothing is missed

${delivered.changes} changes by concurrent writers, ${delivered.subscribers} subscribers that were cut off ${delivered.interruptions} times and resumed
with their cursors: ${delivered.deliveries} deliveries, each subscriber had each of its events once, in the order of the log.

## From the change to the screen

One process; ${EVENTS_A_SECOND} changes a second by mutations over HTTP; each subscriber has a socket and watches one of 200 job cards.
Milliseconds from the commit of the change, as the database tells it, to the receipt of the update; in the last column
from the beginning of its transaction, with all that it waited for. Goals at ${GOAL.subscribers} subscribers: p99 under ${GOAL.p99} ms, a connection under ${GOAL.kilobytes} kB. A process that takes longer than ${BENT_MS} ms (p99)
has bent. Of three rounds the middle one is told.

A connection that waits took ${kilobytes.toFixed(0)} kB, ${GOAL.subscribers} of them in a program that had just begun.

| subscribers | deliveries a second | p50 ms | p99 ms | not there after 3 s | changes refused | p99 with the transaction |
| ----------: | ------------------: | -----: | -----: | ------------------: | --------------: | -----------------------: |
${steps.map(row).join('\n')}
`;

const row = ({ subscribers, deliveries, missing, refused, ...ms }: Latency): string =>
  `| ${subscribers} | ${Math.round(deliveries / SECONDS)} | ${ms.p50.toFixed(1)} | ${ms.p99.toFixed(1)} | ${missing} | ${refused} | ${ms.wholeP99.toFixed(1)} |`;
