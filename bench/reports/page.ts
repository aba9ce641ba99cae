import type { MachineFacts } from '../report/machine';
import { median } from '../report/statistics';
import type { Sizes } from '../seed/sizes';
import type { Exported } from './export-rows';
import type { Measured, Missing, Round } from './reports';

/** What is demanded: so many times the time of the best SQL, and so many milliseconds. */
const MOST_RATIO = 1.5;
const MOST_P95_MS = 300;

interface Reported {
  measured: readonly Measured[];
  missing: readonly Missing[];
  exported: readonly Exported[];
  machine: MachineFacts;
  run: { clients: number; rounds: number; seconds: number };
  sizes: Sizes;
}

/** The page that a run leaves behind. Every figure in it is the run's. */
export const page = ({ measured, missing, exported, machine, run, sizes }: Reported): string =>
  [
    '# Results for dashboards, reports and exports',
    '',
    'Written by `npm run bench -- --reports`; do not edit.',
    '',
    `- ${machine.date}, ${machine.processors}, ${machine.memory}, ${machine.system}, Node ${machine.node}, PostgreSQL ${machine.postgres}`,
    `- ${sizes.jobCards.toLocaleString('en-GB')} job cards in two organisations; 300,000 invoices and 1,000,000 movements of stock in the one that is asked, over a thousand days, in six service centres`,
    `- ${run.clients} clients, ${run.rounds} rounds of ${run.seconds} s; a year of days that are kept, and for the dashboard a month`,
    '',
    'Ours is the whole program over HTTP, with identity, permissions and row-level security; beside it one statement',
    'over the tables, written and prepared by hand, from this process. Their answers were compared before. They take turns,',
    'so the ratio holds on a machine that does other things as well, and the milliseconds are what such a machine gave.',
    'Below 1, ours is faster: it reads days that are kept where the statement reads records. A figure is the median of the',
    'rounds. _Counted_ is what is no sum of days: it is read from the records each time, here as there.',
    '',
    '| report | ours p50 ms | ours p95 ms | by hand p50 ms | by hand p95 ms | ratio | |',
    '| --- | ---: | ---: | ---: | ---: | ---: | --- |',
    ...measured.map(row),
    '',
    ...missing.map(({ question, why }) => `- ${question.name} was not measured: ${why}`),
    ...goals(measured),
    '',
    '## Exports',
    '',
    'All movements of stock of the organisation, asked for through the graph; memory is that of the whole program.',
    '',
    '| file | rows | seconds | rows/s | file MB | memory before MB | most MB |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...exported.map(exportRow),
    '',
  ].join('\n');

const of = (rounds: readonly Round[], key: keyof Round): number => median(rounds.map((round) => round[key]));

/** Round by round, as the two of a round found the machine alike. */
const ratioOf = ({ ours, byHand }: Measured): number =>
  median(ours.map(({ p50 }, round) => p50 / byHand[round]!.p50));

const row = (measured: Measured): string => {
  const { question, ours, byHand } = measured;
  const cells = [of(ours, 'p50'), of(ours, 'p95'), of(byHand, 'p50'), of(byHand, 'p95')];
  const counted = question.counted ? 'counted' : '';
  return `| ${question.name} | ${cells.map((cell) => cell.toFixed(1)).join(' | ')} | ${ratioOf(measured).toFixed(2)} | ${counted} |`;
};

function goals(measured: readonly Measured[]): string[] {
  const names = (missed: (each: Measured) => boolean) =>
    measured.filter(missed).map((each) => each.question.name);
  const line = (goal: string, missed: string[]) =>
    `- ${goal}: ${missed.length ? `missed by ${missed.join(', ')}` : 'met by all'}.`;
  return [
    line(
      `At most ${MOST_RATIO} of the time of SQL by hand`,
      names((each) => ratioOf(each) > MOST_RATIO),
    ),
    line(
      `Below ${MOST_P95_MS} ms in 95 of 100 cases`,
      names(({ ours }) => of(ours, 'p95') >= MOST_P95_MS),
    ),
  ];
}

const exportRow = ({ format, rows, seconds, fileSize, before, most }: Exported): string =>
  `| ${format} | ${rows.toLocaleString('en-GB')} | ${seconds.toFixed(1)} | ${Math.round(rows / seconds).toLocaleString('en-GB')} | ` +
  `${fileSize.toFixed(0)} | ${before.toFixed(0)} | ${most.toFixed(0)} |`;
