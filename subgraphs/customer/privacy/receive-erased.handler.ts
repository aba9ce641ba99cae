import { SUBGRAPHS, type SubgraphName } from '../../../shared/environment';
import type { EventHandler } from '../../../shared/events/handler';
import { PERSONAL_DATA_ERASED } from '../../../shared/personal-data/parts';
import type { Erasure } from '../../../shared/personal-data/personal-data';
import { CustomerErasure } from './customer-erasure.entity';
import { ErasureStatus } from './privacy.lifecycle';
import { erasures } from './privacy.loader';

/** Notes what each part of the program erased and kept; with the last one the erasure is complete. */
export const receiveErased: EventHandler = {
  event: PERSONAL_DATA_ERASED,
  name: 'customer.receive-erased-data',
  async handle(tx, { subjectId, payload }) {
    const { subgraph, erased, kept } = payload as unknown as Erasure & { subgraph: SubgraphName };
    const erasure = await tx.lock(erasures, subjectId);
    const reports = { ...erasure.reports, [subgraph]: { erased, kept } };
    const isComplete = SUBGRAPHS.every((name) => reports[name]);
    const outcome = isComplete ? { status: ErasureStatus.COMPLETED, completedAt: tx.now } : {};
    await tx.update(CustomerErasure, erasure, { reports, ...outcome }, 'note');
  },
};
