import { CONTENDERS, type ContenderName } from '../contenders/contender';
import type { Cell } from '../measure/cell';
import { cellsOf, type Figures } from '../measure/rounds';
import { OPERATIONS, type OperationName } from '../operations/operation';
import type { Mode, Pace } from '../options';
import type { Sizes } from '../seed/sizes';
import { goalLines } from './goals';
import type { MachineFacts } from './machine';
import { ratios } from './ratios';
import { type Spread, spread } from './statistics';

export interface Reported {
  figures: Figures;
  machine: MachineFacts;
  mode: Mode;
  pace: Pace;
  sizes: Sizes;
}

const COLUMNS = [
  'operation and contender',
  'requests/s',
  'ratio to ours',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'CPU ms/request',
  'PostgreSQL CPU ms/request',
  'memory MB',
  'peak MB',
];

/** The page that a run leaves behind. Every figure in it is the run's. */
export function report(reported: Reported): string {
  return [
    '# Results of the benchmark',
    '',
    ...introduction(reported),
    '',
    `| ${COLUMNS.join(' | ')} |`,
    `| --- ${'| ---: '.repeat(COLUMNS.length - 1)}|`,
    ...operationsOf(reported.figures).flatMap((operation) => rows(reported.figures, operation)),
    '',
    ...failures(reported.figures),
    '## Goals',
    '',
    ...goalLines(reported.figures),
    '',
  ].join('\n');
}

function introduction({ machine, mode, pace, sizes }: Reported): string[] {
  const count = (number: number) => number.toLocaleString('en-GB');
  return [
    'Written by `npm run bench`; do not edit. What the contenders are stands in [README.md](README.md).',
    '',
    `- ${machine.date}, ${machine.processors}, ${machine.memory}, ${machine.system}, Node ${machine.node}, PostgreSQL ${machine.postgres}`,
    `- ${count(sizes.jobCards)} job cards, ${count(sizes.vehicles)} vehicles, ${count(sizes.customers)} customers, two organisations`,
    `- ${mode === 'quick' ? 'A quick run' : 'A full run'}: ${pace.rounds} rounds of ${pace.seconds} s for each operation and contender, after ${pace.warmUpSeconds} s of warming up`,
    '',
    'A figure is the median over the rounds; in brackets, the least and the most of a round. Contenders take turns in',
    'each round, on one machine with the database and the load generator, and their answers were compared before.',
    'The ratio is of requests a second, round by round, to Liftbay in one process. CPU is of the contender’s',
    'processes, user and system, divided by its requests; the database’s is counted beside it. Memory is what the',
    'contender’s processes held after the round, and the most they held so far; our eight processes and Hive Gateway',
    'share the subgraphs, which count for both.',
  ];
}

/** Nothing where nothing failed. */
function failures(figures: Figures): string[] {
  const lines = (Object.keys(CONTENDERS) as ContenderName[]).flatMap((contender) => {
    const failed = figures
      .filter((cell) => cell.contender === contender)
      .reduce((sum, cell) => sum + cell.failed, 0);
    return failed ? [`- ${CONTENDERS[contender]}: ${failed}`] : [];
  });
  return lines.length ? ['Requests that were answered with an error:', '', ...lines, ''] : [];
}

const operationsOf = (figures: Figures): OperationName[] =>
  (Object.keys(OPERATIONS) as OperationName[]).filter((name) =>
    figures.some(({ operation }) => operation === name),
  );

function rows(figures: Figures, operation: OperationName): string[] {
  const heading = `| **${OPERATIONS[operation]}** ${'| '.repeat(COLUMNS.length)}|`.replace(/ +\|$/, ' |');
  const measured = (Object.keys(CONTENDERS) as ContenderName[]).filter(
    (name) => cellsOf(figures, [operation, name]).length,
  );
  return [heading, ...measured.map((contender) => row(figures, operation, contender))];
}

function row(figures: Figures, operation: OperationName, contender: ContenderName): string {
  const cells = cellsOf(figures, [operation, contender]);
  const column = (pick: (cell: Cell) => number | null, digits: number): string => {
    const values = cells.map(pick);
    return values.some((value) => value === null) ? '–' : shown(spread(values as number[]), digits);
  };
  const ratio = ratios(figures, [operation, contender], [operation, 'one']);
  const texts = [
    CONTENDERS[contender],
    column((cell) => cell.perSecond, 0),
    ratio ? shown(spread(ratio), 2) : '–',
    column((cell) => cell.p50, 1),
    column((cell) => cell.p95, 1),
    column((cell) => cell.p99, 1),
    column((cell) => cell.cpu, 2),
    column((cell) => cell.databaseCpu, 2),
    column((cell) => cell.resident, 0),
    column((cell) => cell.peak, 0),
  ];
  return `| ${texts.join(' | ')} |`;
}

const shown = ({ median, least, most }: Spread, digits: number): string =>
  `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
