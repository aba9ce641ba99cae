import { requireOrganisation } from '../../../shared/access/identity';
import type { Transaction } from '../../../shared/database/transaction';
import { conflict } from '../../../shared/errors';
import { revokeLinks } from '../../../shared/links/links';
import type { Context } from '../../../shared/subgraph/context';
import { Inspection } from './inspection.entity';
import { InspectionStatus } from './inspection.lifecycle';
import { everyInspection, INSPECTION_LINK, inspectionsFor } from './inspection.loader';
import { emitAbout } from './inspection-event';
import { sharedUntil } from './publish-inspection';

/** Sends the customer a link, a new one each time: of those before only hashes are kept. */
export async function shareInspection(context: Context, id: string): Promise<Inspection> {
  await context.transaction(async (tx) => {
    const inspection = await lockPublished(tx, id);
    const patch = { sharedUntil: sharedUntil(tx.now) };
    emitAbout(tx, 'InspectionShared', await tx.update(Inspection, inspection, patch, 'share'));
  });
  return context.loadOrFail(everyInspection, id);
}

/** All its links, those that are still on their way, too: it is the inspection that says until when they work. */
export async function revokeInspectionLinks(context: Context, id: string): Promise<Inspection> {
  await context.transaction(async (tx) => {
    const inspection = await lockPublished(tx, id);
    await revokeLinks(tx, { recordId: id, purpose: INSPECTION_LINK });
    if (!inspection.sharedUntil) return;
    emitAbout(
      tx,
      'InspectionUnshared',
      await tx.update(Inspection, inspection, { sharedUntil: null }, 'unshare'),
    );
  });
  context.kernel.topics.accessChanged(requireOrganisation(context.identity));
  return context.loadOrFail(everyInspection, id);
}

async function lockPublished(tx: Transaction, id: string): Promise<Inspection> {
  const inspection = await tx.lock(inspectionsFor('inspections:share'), id);
  if (inspection.status !== InspectionStatus.PUBLISHED)
    throw conflict('Only what is published is shared.', {
      reason: 'NOT_PUBLISHED',
      current: { id, version: inspection.version, status: inspection.status },
    });
  return inspection;
}
