import type { Transaction } from '../../../shared/database/transaction';
import type { Inspection } from './inspection.entity';

type InspectionEvent =
  | 'InspectionStarted'
  | 'InspectionRecorded'
  | 'InspectionPublished'
  | 'InspectionShared'
  | 'InspectionUnshared'
  | 'InspectionCancelled';

export function emitAbout(tx: Transaction, name: InspectionEvent, inspection: Inspection): void {
  const { id, jobCardId, customerId, serviceCentreId, vehicleId } = inspection;
  tx.emit({
    name,
    subjectType: 'Inspection',
    subjectId: id,
    payload: { jobCardId, customerId, serviceCentreId, vehicleId },
  });
}
