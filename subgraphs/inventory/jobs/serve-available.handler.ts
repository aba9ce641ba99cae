import type { EventHandler } from '../../../shared/events/handler';
import { isId } from '../../../shared/ids';
import { supplyJobs } from './supply-jobs';

/**
 * Who brings goods in serves those whom they saw waiting. Whoever began to wait meanwhile is served here, so that no job
 * waits for what is there.
 */
export const serveAvailable: EventHandler = {
  event: 'StockAvailable',
  name: 'inventory.serve-waiting-jobs',
  async handle(tx, { name, payload: { partId, locationId } }) {
    if (!isId(partId) || !isId(locationId)) throw new Error(`${name} without its part or place.`);
    await supplyJobs(tx, { places: [{ partId, locationId }], frees: true }, () => {});
  },
};
