import type { EventHandler } from '../../../shared/events/handler';
import { StockLocation, StockLocationKind } from './stock-location.entity';

/** A service centre keeps parts from its first day. */
export const openStockLocation: EventHandler = {
  event: 'ServiceCentreCreated',
  name: 'inventory.open-stock-location',
  async handle(tx, { name: event, subjectId, payload: { name } }) {
    if (typeof name !== 'string') throw new Error(`${event} without the service centre's name.`);
    await tx.insert(StockLocation, {
      name,
      kind: StockLocationKind.SERVICE_CENTRE,
      serviceCentreId: subjectId,
      active: true,
    });
  },
};
