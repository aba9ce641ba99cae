import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../load/graph-client';
import { memoryOf } from '../load/processes';

export interface Exported {
  format: string;
  rows: number;
  seconds: number;
  /** Megabytes of the file, and of the process before the export and at the most during it. */
  fileSize: number;
  before: number;
  most: number;
}

interface Job {
  id: string;
  status: string;
  failure: string | null;
  rowsWritten: number;
  url: string | null;
}

const MEGABYTE = 2 ** 20;
const LOOK_EVERY_MS = 100;
const EXPORT = `mutation ($input: ExportReportInput!) { exportReport(input: $input) { id } }`;
const JOB = `query ($id: ID!) { exportJob(id: $id) { id status failure rowsWritten url } }`;

/** All movements of stock, as whoever is signed in exports them; the process is looked at from outside meanwhile. */
export async function exportMovements(
  { url, token, pids }: { url: string; token: string; pids: readonly number[] },
  format: string,
  days: { from: string; to: string },
): Promise<Exported> {
  const resident = () => memoryOf(pids)?.resident ?? 0;
  const before = resident();
  let most = before;
  const began = performance.now();
  const input = { format, list: 'STOCK_MOVEMENTS', ...days };
  const { exportReport } = await ask<{ exportReport: { id: string } }>(url, EXPORT, { input }, token);
  for (;;) {
    await pause(LOOK_EVERY_MS);
    most = Math.max(most, resident());
    const { exportJob: job } = await ask<{ exportJob: Job }>(url, JOB, { id: exportReport.id }, token);
    if (job.status === 'FAILED') throw new Error(`The export failed: ${job.failure}`);
    if (job.status !== 'DONE') continue;
    const seconds = (performance.now() - began) / 1000;
    const file = await fetch(job.url!, { method: 'HEAD' });
    const fileSize = Number(file.headers.get('content-length')) / MEGABYTE;
    return { format, rows: job.rowsWritten, seconds, fileSize, before, most };
  }
}
