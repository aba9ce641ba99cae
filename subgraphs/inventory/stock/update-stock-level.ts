import type { Context } from '../../../shared/subgraph/context';
import { countOf, quantityOf } from '../catalogue/quantity';
import { given } from '../given';
import { changeStock } from './ledger';
import { requirePlace } from './require-place';
import { stockLevels } from './stock.loader';
import type { StockLevel } from './stock-level.entity';
import type { UpdateStockLevelInput } from './stock-level.input';

/** Where low begins in a place, how much is ordered for it and where it lies. Makes the level where there is none. */
export async function updateStockLevel(context: Context, input: UpdateStockLevelInput): Promise<StockLevel> {
  const { part } = await requirePlace(context, input);
  const { reorderPoint, reorderQuantity, bin } = input;
  const settings = {
    reorderPoint: given(reorderPoint, (text) => countOf(text, part.unit, 'input.reorderPoint')),
    reorderQuantity: given(reorderQuantity, (text) => quantityOf(text, part.unit, 'input.reorderQuantity')),
    bin: given(bin, (text) => text.trim()),
  };
  const id = await context.transaction((tx) =>
    changeStock(tx, [input], (stock) => {
      const levelId = stock.idOf(input);
      stock.settle(input, settings);
      tx.audit('settle', 'StockLevel', levelId, JSON.parse(JSON.stringify(settings)));
      return levelId;
    }),
  );
  return context.loadOrFail(stockLevels, id);
}
