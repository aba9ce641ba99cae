import type { MachineFacts } from '../report/machine';
import { median } from '../report/statistics';
import type { Sizes } from '../seed/sizes';
import type { Exported } from './export-rows';
import { type Measured, type Missing, PACE, type Round } from './measure';

/** What is demanded: so many times the time of the best SQL, and so many milliseconds. */
const MOST_RATIO = 1.5;
const MOST_P95_MS = 300;

interface Reported {
  measured: readonly Measured[];
  missing: readonly Missing[];
  exported: readonly Exported[];
  machine: MachineFacts;
  sizes: Sizes;
}

/** The page that a run leaves behind. Every figure in it is the run's. */
export const page = ({ measured, missing, exported, machine, sizes }: Reported): string =>
  [
    '# Results for dashboards, reports and exports',
    '',
    'Written by `npm run bench -- --reports`; do not edit.',
    '',
    `- ${machine.date}, ${machine.processors}, ${machine.memory}, ${machine.system}, Node ${machine.node}, PostgreSQL ${machine.postgres}`,
    `- ${sizes.jobCards.toLocaleString('en-GB')} job cards in two organisations; 300,000 invoices and 1,000,000 movements of stock in the one that is asked, over a thousand days, in six service centres`,
    `- a year of days that are kept, and for the dashboard a month; ${PACE.rounds} rounds, a figure is the median of the rounds`,
    '',
    '_In the database_ is what PostgreSQL says, in its log, that it worked for one answer: planning and executing of all',
    'statements that the program sends for it, and of one statement that was written for it by hand and prepared. Both are',
    `asked by the same role over the same views, under row-level security, and their answers were compared before. They`,
    `take turns, one after the other, ${PACE.turns} times in a round, so the ratio holds on a machine that does other things as well.`,
    'The statement by hand reads the records; ours reads days and months that are kept, so below 1 it does with less.',
    '_Counted_ is what is no sum of days: it is read from the records each time, here as there.',
    '',
    `_The request_ is the whole program over HTTP, with identity and permissions: for one client alone, and at ${PACE.clients} clients at`,
    'once, on the same two cores as PostgreSQL and the clients. These milliseconds are what such a machine gave.',
    '',
    '| report | ours in the database ms | by hand in the database ms | ratio | request ms | p95 at 8 clients ms | |',
    '| --- | ---: | ---: | ---: | ---: | ---: | --- |',
    ...measured.map(row),
    '',
    ...missing.map(({ question, why }) => `- ${question.name} was not measured: ${why}`),
    ...goals(measured),
    '',
    '## Exports',
    '',
    'Movements of stock of the organisation, of one day and of all days, asked for through the graph; each in a program',
    'that was started for it. Memory is what the whole program had resident, at the most until the file was there.',
    '',
    '| file | rows | seconds | rows/s | file MB | memory before MB | most MB |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...exported.map(exportRow),
    '',
  ].join('\n');

const of = ({ rounds }: Measured, key: keyof Round): number => median(rounds.map((round) => round[key]));

/** Round by round, as the two of a round found the machine alike. */
const ratioOf = ({ rounds }: Measured): number => median(rounds.map(({ ours, byHand }) => ours / byHand));

const row = (measured: Measured): string => {
  const { question } = measured;
  const inDatabase = [
    of(measured, 'ours').toFixed(2),
    of(measured, 'byHand').toFixed(2),
    ratioOf(measured).toFixed(2),
  ];
  const requests = [of(measured, 'request').toFixed(1), of(measured, 'p95').toFixed(1)];
  return `| ${[question.name, ...inDatabase, ...requests, question.counted ? 'counted' : ''].join(' | ')} |`;
};

function goals(measured: readonly Measured[]): string[] {
  const names = (missed: (each: Measured) => boolean) =>
    measured.filter(missed).map((each) => each.question.name);
  const line = (goal: string, missed: string[]) =>
    `- ${goal}: ${missed.length ? `missed by ${missed.join(', ')}` : 'met by all'}.`;
  return [
    line(
      `In the database at most ${MOST_RATIO} of the time of SQL by hand`,
      names((each) => ratioOf(each) > MOST_RATIO),
    ),
    line(
      `Below ${MOST_P95_MS} ms in 95 of 100 cases at ${PACE.clients} clients`,
      names((each) => of(each, 'p95') >= MOST_P95_MS),
    ),
  ];
}

const exportRow = ({ format, rows, seconds, fileSize, before, most }: Exported): string =>
  `| ${format} | ${rows.toLocaleString('en-GB')} | ${seconds.toFixed(1)} | ${Math.round(rows / seconds).toLocaleString('en-GB')} | ` +
  `${fileSize.toFixed(0)} | ${before.toFixed(0)} | ${most.toFixed(0)} |`;
