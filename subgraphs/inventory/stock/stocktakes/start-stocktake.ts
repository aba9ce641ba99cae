import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import type { Context } from '../../../../shared/subgraph/context';
import { given } from '../../given';
import { requireLocation, requireOwn } from '../require-place';
import { stocktakeNumber } from './number';
import { Stocktake } from './stocktake.entity';
import type { StartStocktakeInput } from './stocktake.input';
import { stocktakeLifecycle } from './stocktake.lifecycle';
import { stocktakes } from './stocktake.loader';

/** Its lines are what the ledger has there now. */
export async function startStocktake(context: Context, input: StartStocktakeInput): Promise<Stocktake> {
  const location = await requireLocation(context, input.locationId, 'input.locationId');
  requireOwn(context.identity, location, 'input.locationId');
  const { category, note, idempotencyKey } = input;
  const { id } = await context.once(
    { operation: 'startStocktake', key: idempotencyKey, input },
    async (tx) => {
      const count = await tx.nextNumber(tx.organisationId, 'stocktake');
      const stocktake = await tx.insert(Stocktake, {
        number: stocktakeNumber(count),
        locationId: location.id,
        category,
        note: given(note, (text) => text.trim()),
        status: stocktakeLifecycle.initial,
        startedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
      });
      await writeDown(tx, stocktake);
      tx.emit({
        name: 'StocktakeStarted',
        subjectType: 'Stocktake',
        subjectId: stocktake.id,
        payload: { locationId: location.id },
      });
      return { id: stocktake.id };
    },
  );
  return context.loadOrFail(stocktakes, id);
}

/** Thousands of lines at once: by the database, not one by one. Lists of them are in the order of the parts. */
async function writeDown(tx: Transaction, { id, locationId, category }: Stocktake): Promise<void> {
  await tx.query(sql`
    insert into inventory.stocktake_line (organisation_id, id, version, created_at, updated_at, stocktake_id, part_id,
      part_sku, expected, cut_reservations)
    select t.organisation_id, gen_random_uuid(), 1, ${tx.now}, ${tx.now}, ${id}::uuid, t.part_id, t.part_sku, t.on_hand, '[]'
    from inventory.stock_level t
    where t.organisation_id = ${tx.organisationId} and t.location_id = ${locationId} and t.on_hand > 0
      and (${category ?? null}::text is null or t.part_category = ${category ?? null})`);
}
