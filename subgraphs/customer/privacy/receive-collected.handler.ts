import { SUBGRAPHS, type SubgraphName } from '../../../shared/environment';
import type { EventHandler } from '../../../shared/events/handler';
import { PERSONAL_DATA_COLLECTED } from '../../../shared/personal-data/parts';
import { ASSEMBLE_EXPORT, FORGET_PARTS } from './assemble-export.task';
import { CustomerDataExport } from './customer-data-export.entity';
import { DataExportStatus } from './privacy.lifecycle';
import { dataExports } from './privacy.loader';

/** Counts the parts of an export; with the last one the file is put together. */
export const receiveCollected: EventHandler = {
  event: PERSONAL_DATA_COLLECTED,
  name: 'customer.receive-collected-data',
  async handle(tx, { subjectId: exportId, payload }) {
    const part = payload.subgraph as SubgraphName;
    const found = await tx.lock(dataExports, exportId);
    // The customer was erased meanwhile, or a part came twice and late: nothing of it may stay.
    if (found.status !== DataExportStatus.COLLECTING)
      return tx.enqueue({ task: FORGET_PARTS, payload: { exportId } });
    if (found.collected.includes(part)) return;
    const collected = [...found.collected, part];
    await tx.update(CustomerDataExport, found, { collected }, 'collect');
    if (SUBGRAPHS.every((name) => collected.includes(name)))
      tx.enqueue({ task: ASSEMBLE_EXPORT, payload: { exportId } });
  },
};
