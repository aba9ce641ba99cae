import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ObjectLiteral } from 'typeorm';
import type { SubgraphName } from '../environment';
import type { EventHandler } from '../events/handler';
import { defineTask } from '../events/task';
import { isId } from '../ids';
import type { SubgraphApp } from '../subgraph/app';
import type { Context } from '../subgraph/context';
import { recordsOf, tableOf } from './records-of';

/** A copy of all records was asked for; the subject is the export. Payload: `personal`. */
export const ORGANISATION_RECORDS_REQUESTED = 'OrganisationRecordsRequested';
/** A subgraph has written its part of it; the subject is the export. Payload: `subgraph`, `rows`. */
export const ORGANISATION_RECORDS_COLLECTED = 'OrganisationRecordsCollected';

interface Collection {
  exportId: string;
  personal: boolean;
}

type Entity = new () => ObjectLiteral;

interface Chosen {
  /** In no copy. */
  without?: readonly Entity[];
  /** As a whole about persons: in copies alone that tell of them. */
  ofPersons?: readonly Entity[];
}

/** A file of this many records is followed by another, so that none outgrows what a zip can hold. */
const ROWS_A_FILE = 500_000;

/** Where the files of the subgraphs wait until all are there. */
export const recordsKey = (organisationId: string, exportId: string): string =>
  `${organisationId}/organisation-exports/${exportId}`;

/** `service_centre-1`, as keys can say it. */
const fileKey = (folder: string, table: string, part: number): string =>
  `${folder}/${table.replaceAll('_', '-').replace('.', '-')}-${part}`;

/** `customer/service_centre-1.ndjson` of the file’s key. */
export function recordsFile(key: string): string {
  const [subgraph, ...words] = key.split('/').at(-1)!.split('-');
  const part = words.pop();
  return `${subgraph}/${words.join('_')}-${part}.ndjson`;
}

/**
 * How a subgraph takes part in copies of all that an organisation has: the records of all its entities but those that
 * are left out, as one JSON object a line.
 */
export function organisationRecordsParts(
  subgraph: SubgraphName,
  chosen: Chosen = {},
): Required<Pick<SubgraphApp, 'handlers' | 'tasks'>> {
  const task = `${subgraph}-organisation-records`;
  return {
    handlers: [collecting(subgraph, task)],
    tasks: [
      defineTask<Collection>({
        name: task,
        parse({ exportId, personal }) {
          if (!isId(exportId)) throw new Error('Records of no export.');
          return { exportId, personal: personal === true };
        },
        run: (collection, context) => collect(subgraph, chosen, collection, context),
      }),
    ],
  };
}

const collecting = (subgraph: SubgraphName, task: string): EventHandler => ({
  event: ORGANISATION_RECORDS_REQUESTED,
  name: `${subgraph}.collect-organisation-records`,
  handle: async (tx, { subjectId, payload }) =>
    tx.enqueue({ task, payload: { exportId: subjectId, personal: payload.personal === true } }),
});

/** Run again, it writes the same files and says so again. */
async function collect(
  subgraph: SubgraphName,
  { without = [], ofPersons = [] }: Chosen,
  { exportId, personal }: Collection,
  context: Context,
): Promise<void> {
  const folder = recordsKey(context.identity.organisationId!, exportId);
  const left = new Set([...without, ...(personal ? [] : ofPersons)]);
  let rows = 0;
  for (const entity of context.app.entities)
    if (!left.has(entity)) rows += await write(context, entity, { personal, folder });
  await context.transaction(async (tx) =>
    tx.emit({
      name: ORGANISATION_RECORDS_COLLECTED,
      subjectType: 'ExportJob',
      subjectId: exportId,
      payload: { subgraph, rows },
    }),
  );
}

/** One file after the other, each by way of this machine: as many records are in memory as one batch has. */
async function write(
  context: Context,
  entity: Entity,
  { personal, folder }: { personal: boolean; folder: string },
): Promise<number> {
  const batches = recordsOf(context, entity, { personal });
  const local = await mkdtemp(join(tmpdir(), 'liftbay-records-'));
  const path = join(local, 'file');
  try {
    let all = 0;
    for (let part = 1; ; part += 1) {
      const rows = await writeSome(batches, path);
      if (rows === 0 && part > 1) return all;
      const key = fileKey(folder, tableOf(context, entity), part);
      await context.kernel.storage.writeFile(key, path, 'application/x-ndjson');
      all += rows;
    }
  } finally {
    await rm(local, { recursive: true, force: true });
  }
}

/** As many as one file takes; the next call goes on from there. */
async function writeSome(batches: AsyncGenerator<object[]>, path: string): Promise<number> {
  let rows = 0;
  async function* lines(): AsyncGenerator<string> {
    while (rows < ROWS_A_FILE) {
      const { value: batch, done } = await batches.next();
      if (done) return;
      rows += batch.length;
      yield batch.map((record) => `${JSON.stringify(record)}\n`).join('');
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
  return rows;
}
