import type { MachineFacts } from '../report/machine';
import { median } from '../report/statistics';
import type { Sizes } from '../seed/sizes';
import { type Exported, HEAP_MEGABYTES } from './export-rows';
import { type Measured, type Missing, PACE, type Round, ratioOf } from './measure';

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
    'The first three columns are what PostgreSQL says, in its log, that it worked for one answer: planning and executing of',
    'all statements that the program sends for it, and of a prepared statement that was written for it by hand, once over',
    'the records, and once over the days and months that are kept, by somebody who knows that all of them are. All are',
    'asked by the same role over the same views, under row-level security; what the records say and what the program',
    `answers was compared before. They take turns, one after the other, up to ${PACE.turns} times in a round, so the ratio, to the`,
    'faster of the two by hand, holds on a machine that does other things as well. _Counted_ is what is no sum of days: it is',
    'read from the records each time, here as there.',
    '',
    `_The request_ is the whole program over HTTP, with identity and permissions: for one client alone, and at ${PACE.clients} clients at`,
    'once, on the same two cores as PostgreSQL and the clients. These milliseconds are what such a machine gave.',
    '',
    '| report | ours ms | by hand, records ms | by hand, kept ms | ratio | request ms | p95 at 8 clients ms | |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
    ...measured.map(row),
    '',
    ...missing.map(({ question, why }) => `- ${question.name} was not measured: ${why}`),
    ...goals(measured),
    '',
    '## Exports',
    '',
    'Movements of stock of the organisation, of one day, a hundred and all, asked for through the graph; each in a program',
    `that was started for it, whose heap may hold ${HEAP_MEGABYTES} MB: what is left of it is garbage soon, and is collected. Memory is`,
    'what the whole program had resident, at the most until the file was there.',
    '',
    '| file | rows | seconds | rows/s | file MB | memory before MB | most MB |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...exported.map(exportRow),
    '',
  ].join('\n');

const of = ({ rounds }: Measured, key: keyof Round): number => median(rounds.map((round) => round[key] ?? 0));

/** Round by round, as those of a round found the machine alike. */
const ratioTo = ({ rounds }: Measured, side: 'records' | 'kept'): number =>
  median(rounds.map((round) => round.ours / round[side]!));
const ratio = ({ rounds }: Measured): number => median(rounds.map(ratioOf));

const row = (measured: Measured): string => {
  const { question } = measured;
  const kept = question.kept ? of(measured, 'kept').toFixed(2) : '';
  const inDatabase = [of(measured, 'ours').toFixed(2), of(measured, 'records').toFixed(2), kept];
  const requests = [of(measured, 'request').toFixed(1), of(measured, 'p95').toFixed(1)];
  const cells = [question.name, ...inDatabase, ratio(measured).toFixed(2), ...requests];
  return `| ${[...cells, question.counted ? 'counted' : ''].join(' | ')} |`;
};

function goals(measured: readonly Measured[]): string[] {
  const names = (missed: (each: Measured) => boolean) =>
    measured.filter(missed).map((each) => each.question.name);
  const line = (goal: string, missed: string[]) =>
    `- ${goal}: ${missed.length ? `missed by ${missed.join(', ')}` : 'met by all'}.`;
  return [
    line(
      `At most ${MOST_RATIO} of the time of SQL by hand over the records`,
      names((each) => ratioTo(each, 'records') > MOST_RATIO),
    ),
    line(
      `At most ${MOST_RATIO} of the time of SQL by hand over what is kept`,
      names((each) => each.question.kept !== undefined && ratioTo(each, 'kept') > MOST_RATIO),
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
