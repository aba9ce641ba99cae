import type { Contender, ContenderName } from '../contenders/contender';
import type { Operation, OperationName } from '../operations/operation';
import type { Say } from '../say';
import { type Cell, load, measure } from './cell';

/** What was measured, in the order of the rounds. */
export type Figures = readonly (Cell & { operation: OperationName; contender: ContenderName })[];

/** One contender on one operation, a cell for each round; none where it was not measured. */
export const cellsOf = (figures: Figures, [operation, contender]: Of): Cell[] =>
  figures.filter((cell) => cell.operation === operation && cell.contender === contender);

export type Of = readonly [OperationName, ContenderName];

export interface Plan {
  contenders: readonly Contender[];
  operations: readonly Operation[];
  rounds: number;
  seconds: number;
  warmUpSeconds: number;
  serverPid: number;
  /** What must be fresh in each round: the sign-in, whose token does not last for the whole run. */
  beforeRound(): Promise<void>;
}

/**
 * Contenders take turns within a round, and each round begins with another one: what slows the machine down for a
 * while slows all of them.
 */
export async function runRounds(plan: Plan, say: Say): Promise<Figures> {
  const { contenders, operations, rounds, warmUpSeconds } = plan;
  say('Warming up …');
  for (const operation of operations)
    for (const contender of contenders) await load(contender, operation, warmUpSeconds);
  const figures: Figures[number][] = [];
  for (let round = 0; round < rounds; round += 1) {
    await plan.beforeRound();
    say(`Round ${round + 1} of ${rounds}`);
    for (const operation of operations)
      for (const contender of rotated(contenders, round)) {
        const cell = await measure(contender, operation, plan);
        figures.push({ operation: operation.name, contender: contender.name, ...cell });
        say(
          `  ${operation.name.padEnd(15)}${contender.name.padEnd(7)}${cell.perSecond.toFixed(0).padStart(6)}/s` +
            `  p95 ${cell.p95.toFixed(1)} ms`,
        );
      }
  }
  return figures;
}

function rotated<T>(items: readonly T[], by: number): T[] {
  const first = by % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}
