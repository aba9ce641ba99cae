import type { Transaction } from '../../../shared/database/transaction';
import type { ServiceCentre } from './service-centre.entity';

/** Told alike for the first centre of an organisation and for those after it. */
export function emitServiceCentreCreated(tx: Transaction, centre: ServiceCentre): void {
  tx.emit({
    name: 'ServiceCentreCreated',
    subjectType: 'ServiceCentre',
    subjectId: centre.id,
    payload: { name: centre.name },
  });
}
