import type { Happening } from '../../../../shared/live/happening';
import { live, updateOf } from '../../../../shared/live/live-field';
import type { Context } from '../../../../shared/subgraph/context';
import { stockLevels } from '../stock.loader';
import type { StockLevel } from '../stock-level.entity';
import type { StockAlert, StockAlertFilter } from './stock-alert.type';

const NAMES = ['StockLow'];

export function stockAlertRaised(
  context: Context,
  filter: StockAlertFilter,
  after: string | undefined,
): Promise<StockAlert> {
  return live(context, { names: NAMES, after }, async (happening) => {
    const stockLevel = await context.load(stockLevels, happening.subjectId);
    if (!stockLevel || !isWanted(filter, stockLevel, happening)) return null;
    return { ...updateOf(happening), available: String(happening.payload.available), stockLevel };
  });
}

function isWanted(filter: StockAlertFilter, level: StockLevel, { payload }: Happening): boolean {
  const { locationId, serviceCentreId, partId, category } = filter;
  return (
    (!locationId || level.locationId === locationId) &&
    (!serviceCentreId || payload.serviceCentreId === serviceCentreId) &&
    (!partId || level.partId === partId) &&
    (!category || level.partCategory === category)
  );
}
