import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { conflict } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { changeStockAndServe } from '../../jobs/supply-jobs';
import { cutReservation } from '../adjust-stock';
import type { Stock } from '../ledger';
import { StockReferenceType } from '../stock.enums';
import { differenceIn } from './difference';
import { Stocktake, type StocktakeLine } from './stocktake.entity';
import type { CloseStocktakeArgs } from './stocktake.input';
import { StocktakeStatus, stocktakeLifecycle } from './stocktake.lifecycle';
import { everyStocktakeLine, stocktakes, stocktakesFor } from './stocktake.loader';

const PERMISSION = 'stock:adjust';
const MOST_NAMED = 20;

/** Again: nothing happens. */
export async function postStocktake(context: Context, args: CloseStocktakeArgs): Promise<Stocktake> {
  await close(context, args, StocktakeStatus.POSTED, 'StocktakePosted', postCounts);
  return context.loadOrFail(stocktakes, args.id);
}

/** Again: nothing happens. */
export async function cancelStocktake(context: Context, args: CloseStocktakeArgs): Promise<Stocktake> {
  await close(context, args, StocktakeStatus.CANCELLED, 'StocktakeCancelled', async () => {});
  return context.loadOrFail(stocktakes, args.id);
}

async function close(
  context: Context,
  { id, expectedVersion }: CloseStocktakeArgs,
  status: StocktakeStatus,
  event: 'StocktakePosted' | 'StocktakeCancelled',
  act: (tx: Transaction, stocktake: Stocktake) => Promise<void>,
): Promise<void> {
  await context.transaction(async (tx) => {
    const stocktake = await tx.lock(stocktakesFor(PERMISSION), id, expectedVersion);
    if (stocktake.status === status) return;
    stocktakeLifecycle.demand(stocktake.status, status);
    await act(tx, stocktake);
    const closedById = tx.identity.kind === 'USER' ? tx.identity.actorId : null;
    const action = status === StocktakeStatus.POSTED ? 'post' : 'cancel';
    await tx.update(Stocktake, stocktake, { status, closedById, closedAt: tx.now }, action);
    const payload = { locationId: stocktake.locationId };
    tx.emit({ name: event, subjectType: 'Stocktake', subjectId: id, payload });
  });
}

/**
 * Puts the ledger right by what each count differed from it at the moment when it was recorded. What was issued or
 * came since has moved on the shelf as well, and stays.
 */
async function postCounts(tx: Transaction, stocktake: Stocktake): Promise<void> {
  const { id, locationId } = stocktake;
  const lines = await tx.rows(
    everyStocktakeLine,
    sql`t.organisation_id = ${tx.organisationId} and t.stocktake_id = ${id} and t.counted is not null`,
  );
  if (lines.length === 0) throw conflict('Nothing was counted yet.', { reason: 'NOTHING_COUNTED' });
  const places = lines.map(({ partId }) => ({ partId, locationId }));
  const posted = await changeStockAndServe(tx, places, async (stock) => {
    await requireUntouched(tx, stocktake, lines);
    return lines.map((line) => post(stock, stocktake, line));
  });
  await writePosted(tx, posted);
}

function post(stock: Stock, { id, locationId }: Stocktake, line: StocktakeLine) {
  const place = { partId: line.partId, locationId };
  const reference = { type: StockReferenceType.STOCKTAKE, id, lineId: line.id };
  const quantity = stock.onHand(place).plus(differenceIn(line)!);
  if (quantity.isNegative()) throw countAgain([line]);
  const { movement, released } = stock.count({ ...place, quantity }, reference);
  return { id: line.id, movement_id: movement?.id ?? null, cut: released.map(cutReservation) };
}

/** What was put right by hand since it was counted would be put right twice. */
async function requireUntouched(
  tx: Transaction,
  { locationId }: Stocktake,
  lines: StocktakeLine[],
): Promise<void> {
  const counts = lines.map(({ partId, entryAtCount }) => ({ part_id: partId, entry: entryAtCount }));
  const touched = await tx.query<{ part_id: string }>(sql`
    select c.part_id from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as c(part_id uuid, entry integer)
    where exists (select from inventory.stock_movement m where m.organisation_id = ${tx.organisationId}
      and m.part_id = c.part_id and m.location_id = ${locationId} and m.entry > c.entry
      and m.kind in ('ADJUSTMENT','COUNT'))`);
  const ids = new Set(touched.map(({ part_id }) => part_id));
  const again = lines.filter(({ partId }) => ids.has(partId));
  if (again.length) throw countAgain(again);
}

const countAgain = (lines: readonly StocktakeLine[]) =>
  conflict(
    `Count these again, they were changed since: ${lines
      .slice(0, MOST_NAMED)
      .map(({ partSku }) => partSku)
      .join(', ')}.`,
    {
      reason: 'COUNT_AGAIN',
      partIds: lines.map(({ partId }) => partId),
    },
  );

async function writePosted(tx: Transaction, posted: readonly object[]): Promise<void> {
  await tx.query(sql`
    update inventory.stocktake_line t set movement_id = p.movement_id, cut_reservations = p.cut,
      version = t.version + 1, updated_at = ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(posted)}::jsonb) as p(id uuid, movement_id uuid, cut jsonb)
    where t.organisation_id = ${tx.organisationId} and t.id = p.id`);
}
