import { buffer } from 'node:stream/consumers';
import type { GraphClient } from '../harness/client';
import { until } from '../harness/until';

export interface ExportJob {
  id: string;
  status: string;
  format: string;
  list: string | null;
  report: string | null;
  rowsWritten: number;
  failure: string | null;
  createdAt: string;
  updatedAt: string;
  expiresAt: string;
  url: string | null;
}
export const FIELDS = 'id status format list report rowsWritten failure createdAt updatedAt expiresAt url';
export const EXPORT = `mutation ($input: ExportReportInput!) { exportReport(input: $input) { ${FIELDS} } }`;
export const JOB = `query ($id: ID!) { exportJob(id: $id) { ${FIELDS} } }`;

export const begin = async (client: GraphClient, input: object) =>
  (await client.ask<{ exportReport: ExportJob }>(EXPORT, { input })).exportReport;

export const jobOf = async (client: GraphClient, id: string) =>
  (await client.ask<{ exportJob: ExportJob }>(JOB, { id })).exportJob;

export async function ended(client: GraphClient, id: string): Promise<ExportJob> {
  let job = await jobOf(client, id);
  await until('the export has ended', async () => {
    job = await jobOf(client, id);
    return job.status === 'DONE' || job.status === 'FAILED';
  });
  return job;
}

export const finished = async (client: GraphClient, input: object): Promise<ExportJob> =>
  ended(client, (await begin(client, input)).id);

export async function fetched({ url }: ExportJob): Promise<{ headers: Headers; bytes: Buffer }> {
  const response = await fetch(url!);
  expect(response.status).toBe(200);
  return { headers: response.headers, bytes: await buffer(response.body! as never) };
}

export const linesOf = (bytes: Buffer) =>
  bytes
    .toString()
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');

/** Rows of a CSV without quotes in it, by the names of its columns. */
export function rowsOf(bytes: Buffer): Record<string, string>[] {
  const [head, ...rows] = linesOf(bytes).map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(head!.map((name, n) => [name, row[n] ?? ''])));
}

export async function refusedExport(client: GraphClient, input: object) {
  const { code, errors } = await client.send(EXPORT, { input });
  const { permission, fields } = errors[0]!.extensions as {
    permission?: string;
    fields?: { path: string }[];
  };
  return [code, permission ?? fields?.map(({ path }) => path)];
}
