import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badInput, conflict, type FieldProblem } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { type FileFacts, readyImages } from '../bodyshop/photos/ready-images';
import type { Inspection } from './inspection.entity';
import type { RecordedItemInput } from './inspection.input';
import { InspectionStatus } from './inspection.lifecycle';
import {
  everyInspection,
  everyInspectionItem,
  everyInspectionPhoto,
  inspectionsFor,
} from './inspection.loader';
import { emitAbout } from './inspection-event';
import { InspectionItem } from './inspection-item.entity';
import { InspectionPhoto } from './inspection-photo.entity';
import { type Findings, isRecorded, rate } from './rate-item';

interface Recorded {
  given: RecordedItemInput;
  /** Where it stands in the input. */
  at: string;
}

/** All of it or none. What is recorded already, in the same words, changes nothing: a call can be repeated. */
export async function recordItems(
  context: Context,
  inspectionId: string,
  recorded: readonly Recorded[],
): Promise<Inspection> {
  requireDistinct(recorded);
  const files = await filesOf(context, recorded);
  await context.transaction(async (tx) => {
    const inspection = await tx.lock(inspectionsFor('inspections:update'), inspectionId);
    requireOpen(inspection);
    const items = await itemsByKey(tx, inspection, recorded);
    const found = findingsOf(items, recorded);
    let changed = false;
    for (const { given, at } of recorded) {
      const item = items.get(given.key)!;
      demandVersion(item, given);
      changed = (await write(tx, item, found.get(at)!)) || changed;
      if (given.photoFileIds !== undefined)
        changed = (await setPhotos(tx, item, given.photoFileIds ?? [], files)) || changed;
    }
    if (changed) emitAbout(tx, 'InspectionRecorded', inspection);
  });
  return context.loadOrFail(everyInspection, inspectionId);
}

export function requireOpen({ id, version, status }: Inspection): void {
  if (status !== InspectionStatus.IN_PROGRESS)
    throw conflict(`An inspection that is ${status} does not change any more.`, {
      reason: 'NOT_OPEN',
      current: { id, version, status },
    });
}

function requireDistinct(recorded: readonly Recorded[]): void {
  const keys = recorded.map(({ given }) => given.key);
  const twice = recorded.flatMap(({ given, at }, n) =>
    keys.indexOf(given.key) < n
      ? [{ path: `${at}.key`, code: 'TWICE', message: `${given.key} is in the list already.` }]
      : [],
  );
  if (twice.length) throw badInput(twice);
}

/** Files are another subgraph's, which is asked about all of them at once. */
function filesOf(context: Context, recorded: readonly Recorded[]): Promise<Map<string, FileFacts>> {
  const wanted = recorded.flatMap(({ given, at }) =>
    (given.photoFileIds ?? []).map((fileId, n) => ({ fileId, path: `${at}.photoFileIds.${n}` })),
  );
  return wanted.length ? readyImages(context, wanted) : Promise.resolve(new Map());
}

async function itemsByKey(
  tx: Transaction,
  { id }: Inspection,
  recorded: readonly Recorded[],
): Promise<Map<string, InspectionItem>> {
  const keys = recorded.map(({ given }) => given.key);
  const rows = await tx.rows(
    everyInspectionItem,
    sql`t.organisation_id = ${tx.organisationId} and t.inspection_id = ${id} and t.key = any(${keys}::text[])`,
  );
  const items = new Map(rows.map((item) => [item.key, item]));
  const unknown = recorded.filter(({ given }) => !items.has(given.key));
  if (unknown.length)
    throw badInput(
      unknown.map(({ at }) => ({
        path: `${at}.key`,
        code: 'UNKNOWN',
        message: 'The inspection has no such item.',
      })),
    );
  return items;
}

function findingsOf(
  items: ReadonlyMap<string, InspectionItem>,
  recorded: readonly Recorded[],
): Map<string, Findings> {
  const found = new Map<string, Findings>();
  const problems: FieldProblem[] = [];
  for (const { given, at } of recorded) {
    const rated = rate(items.get(given.key)!, given, at);
    problems.push(...rated.problems);
    if (rated.findings) found.set(at, rated.findings);
  }
  if (problems.length) throw badInput(problems);
  return found;
}

function demandVersion({ id, key, version }: InspectionItem, { expectedVersion }: RecordedItemInput): void {
  if (expectedVersion != null && expectedVersion !== version)
    throw conflict(`${key} was changed by somebody else.`, { current: { id, version } });
}

const FINDINGS = ['rating', 'value', 'answer', 'text', 'note'] as const;

/** Whether anything changed. */
async function write(tx: Transaction, item: InspectionItem, findings: Findings): Promise<boolean> {
  if (FINDINGS.every((name) => item[name] === findings[name])) return false;
  const isDone = isRecorded(item, findings);
  const recorded = {
    recordedAt: isDone ? tx.now : null,
    recordedById: isDone && tx.identity.kind === 'USER' ? tx.identity.actorId : null,
  };
  await tx.update(InspectionItem, item, { ...findings, ...recorded }, 'record');
  return true;
}

async function setPhotos(
  tx: Transaction,
  { id: itemId, inspectionId }: InspectionItem,
  fileIds: readonly string[],
  files: ReadonlyMap<string, FileFacts>,
): Promise<boolean> {
  const present = await tx.rows(
    everyInspectionPhoto,
    sql`t.organisation_id = ${tx.organisationId} and t.item_id = ${itemId}`,
  );
  const gone = present.filter(({ fileId }) => !fileIds.includes(fileId));
  for (const photo of gone) await tx.delete(InspectionPhoto, photo);
  const added = fileIds.filter((fileId) => !present.some((photo) => photo.fileId === fileId));
  for (const fileId of added)
    await tx.insert(InspectionPhoto, {
      ...files.get(fileId)!,
      inspectionId,
      itemId,
      fileId,
      addedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
    });
  return gone.length + added.length > 0;
}
