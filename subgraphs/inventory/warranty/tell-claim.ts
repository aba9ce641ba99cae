import type { Transaction } from '../../../shared/database/transaction';
import type { WarrantyClaim } from './warranty-claim.entity';

export function emitClaimEvent(
  tx: Transaction,
  name: `WarrantyClaim${'Opened' | 'Decided' | 'Settled'}`,
  { id, serviceCentreId, partId, supplierId, status, settlement }: WarrantyClaim,
): void {
  tx.emit({
    name,
    subjectType: 'WarrantyClaim',
    subjectId: id,
    payload: { serviceCentreId, partId, supplierId, status, settlement },
  });
}
