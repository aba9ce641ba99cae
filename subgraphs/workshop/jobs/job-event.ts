import type { Transaction } from '../../../shared/database/transaction';
import type { JobCard } from './job-card.entity';

type About = Pick<JobCard, 'id' | 'customerId' | 'serviceCentreId' | 'vehicleId'>;

/** Tells what became of a card: whose it is and where stands in each event, so that listeners need not ask. */
export function emitJobEvent(
  tx: Transaction,
  name: string,
  { id, customerId, serviceCentreId, vehicleId }: About,
  more: Record<string, unknown> = {},
): void {
  tx.emit({
    name,
    subjectType: 'JobCard',
    subjectId: id,
    payload: { customerId, serviceCentreId, vehicleId, ...more },
  });
}
