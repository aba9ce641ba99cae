import { setTimeout as pause } from 'node:timers/promises';
import { addDays } from '../../shared/time-zone';
import { ask } from '../load/graph-client';
import { memoryOf } from '../load/processes';
import type { Say } from '../say';

export interface Exported {
  format: string;
  rows: number;
  seconds: number;
  /** Megabytes of the file, and of the program before the export and at the most until it was done. */
  fileSize: number;
  before: number;
  most: number;
}

interface Program {
  url: string;
  token: string;
  pid: number;
  stop(): Promise<void>;
}

interface Job {
  id: string;
  status: string;
  failure: string | null;
  rowsWritten: number;
  url: string | null;
}

const MEGABYTE = 2 ** 20;
const LOOK_EVERY_MS = 200;
const EXPORT = `mutation ($input: ExportReportInput!) { exportReport(input: $input) { id } }`;
const JOB = `query ($id: ID!) { exportJob(id: $id) { id status failure rowsWritten url } }`;

export const HEAP_MEGABYTES = 200;
/** With room for gigabytes, garbage is left where it is, and what is held cannot be told from it. */
export const SMALL_HEAP = { NODE_OPTIONS: `--max-old-space-size=${HEAP_MEGABYTES}` };

/** About a thousand movements, a hundred thousand, and all there are. */
const DAYS = [1, 100, 1002];

/** Each in a program of its own, whose memory has seen nothing else. */
export async function exportAll(start: () => Promise<Program>, today: string, say: Say): Promise<Exported[]> {
  const exported: Exported[] = [];
  for (const format of ['CSV', 'XLSX'])
    for (const many of DAYS) {
      const program = await start();
      try {
        const days = { from: addDays(today, -many), to: today };
        const one = await exportMovements(program, format, days);
        const { rows, seconds, most } = one;
        say(`  ${format}: ${rows} rows in ${seconds.toFixed(1)} s, ${most.toFixed(0)} MB at the most`);
        exported.push(one);
      } finally {
        await program.stop();
      }
    }
  return exported;
}

async function exportMovements(
  { url, token, pid }: Program,
  format: string,
  days: { from: string; to: string },
): Promise<Exported> {
  const before = memoryOf([pid])?.resident ?? 0;
  const began = performance.now();
  const input = { format, list: 'STOCK_MOVEMENTS', ...days };
  const { exportReport } = await ask<{ exportReport: { id: string } }>(url, EXPORT, { input }, token);
  for (;;) {
    await pause(LOOK_EVERY_MS);
    const { exportJob: job } = await ask<{ exportJob: Job }>(url, JOB, { id: exportReport.id }, token);
    if (job.status === 'FAILED') throw new Error(`The export failed: ${job.failure}`);
    if (job.status !== 'DONE') continue;
    const seconds = (performance.now() - began) / 1000;
    const most = memoryOf([pid])?.peak ?? 0;
    const file = await fetch(job.url!, { method: 'HEAD' });
    const fileSize = Number(file.headers.get('content-length')) / MEGABYTE;
    return { format, rows: job.rowsWritten, seconds, fileSize, before, most };
  }
}
