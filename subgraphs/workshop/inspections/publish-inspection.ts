import { addSeconds } from '../../../shared/clock';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { Inspection } from './inspection.entity';
import type { PublishInspectionInput } from './inspection.input';
import { InspectionStatus, inspectionLifecycle } from './inspection.lifecycle';
import { everyInspection, everyInspectionItem, inspectionsFor } from './inspection.loader';
import { emitAbout } from './inspection-event';

const { CANCELLED, PUBLISHED } = InspectionStatus;
/** As long as somebody may want to show it to whoever pays. */
const SHARED_SECONDS = 30 * 24 * 60 * 60;

export const sharedUntil = (now: Date): Date => addSeconds(now, SHARED_SECONDS);

/** From then on it never changes. Published already, it stays as it is. */
export async function publishInspection(
  context: Context,
  id: string,
  { notes, share, expectedVersion }: PublishInspectionInput,
): Promise<Inspection> {
  await context.transaction(async (tx) => {
    // Whoever records an item locks the inspection, too: what is seen here is all that there will be.
    const inspection = await tx.lock(inspectionsFor('inspections:publish'), id, expectedVersion);
    if (inspection.status === PUBLISHED) return;
    inspectionLifecycle.demand(inspection.status, PUBLISHED);
    await requireDone(tx, inspection);
    const patch = {
      status: PUBLISHED,
      notes: notes?.trim() || null,
      publishedAt: tx.now,
      publishedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
      sharedUntil: share ? sharedUntil(tx.now) : null,
    };
    const published = await tx.update(Inspection, inspection, patch, 'publish');
    emitAbout(tx, 'InspectionPublished', published);
    if (share) emitAbout(tx, 'InspectionShared', published);
  });
  return context.loadOrFail(everyInspection, id);
}

async function requireDone(tx: Transaction, { id }: Inspection): Promise<void> {
  const items = await tx.rows(
    everyInspectionItem,
    sql`t.organisation_id = ${tx.organisationId} and t.inspection_id = ${id}`,
    sql`order by t.position`,
  );
  const open = items.filter((item) => item.required && !item.recordedAt).map(({ key }) => key);
  if (open.length) throw conflict('Some items are not recorded yet.', { reason: 'OPEN_ITEMS', items: open });
  if (items.every(({ recordedAt }) => !recordedAt))
    throw conflict('Nothing is recorded yet.', { reason: 'NOTHING_RECORDED' });
}

/** Given up already, it stays as it is. */
export async function cancelInspection(context: Context, id: string, reason: string): Promise<Inspection> {
  await context.transaction(async (tx) => {
    const inspection = await tx.lock(inspectionsFor('inspections:cancel'), id);
    if (inspection.status === CANCELLED) return;
    inspectionLifecycle.demand(inspection.status, CANCELLED);
    const patch = { status: CANCELLED, cancelReason: reason.trim() };
    emitAbout(tx, 'InspectionCancelled', await tx.update(Inspection, inspection, patch, 'cancel'));
  });
  return context.loadOrFail(everyInspection, id);
}
