import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { badField, invalidTransition } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { Part } from '../../catalogue/part.entity';
import { countOf } from '../../catalogue/quantity';
import { requirePart } from '../require-place';
import { Stocktake, StocktakeLine } from './stocktake.entity';
import type { RecordStocktakeCountInput } from './stocktake.input';
import { StocktakeStatus } from './stocktake.lifecycle';
import { everyStocktakeLine, stocktakes, stocktakesFor } from './stocktake.loader';

interface Count {
  part: Part;
  quantity: string;
  path: string;
}

/** Each count stands beside what the ledger says at this moment: what moves later is no difference. */
export async function recordStocktakeCount(
  context: Context,
  input: RecordStocktakeCountInput,
): Promise<Stocktake> {
  const counts = await readCounts(context, input);
  const { idempotencyKey: key } = input;
  await context.once({ operation: 'recordStocktakeCount', key, input }, async (tx) => {
    const stocktake = await tx.lock(stocktakesFor('stock:count'), input.stocktakeId);
    if (stocktake.status !== StocktakeStatus.COUNTING)
      throw invalidTransition(stocktake.status, StocktakeStatus.COUNTING, []);
    for (const { part, path } of counts)
      if (stocktake.category && part.category !== stocktake.category)
        throw badField(
          `${path}.partId`,
          'OTHER_CATEGORY',
          `This stocktake counts ${stocktake.category} alone.`,
        );
    await writeCounts(tx, stocktake, counts);
  });
  return context.loadOrFail(stocktakes, input.stocktakeId);
}

async function readCounts(context: Context, { counts }: RecordStocktakeCountInput): Promise<Count[]> {
  const known = new Set<string>();
  return Promise.all(
    counts.map(async ({ partId, quantity }, index) => {
      const path = `input.counts.${index}`;
      if (known.has(partId.toLowerCase())) throw badField(`${path}.partId`, 'TWICE', 'Name each part once.');
      known.add(partId.toLowerCase());
      const part = await requirePart(context, partId, `${path}.partId`);
      return { part, path, quantity: countOf(quantity, part.unit, `${path}.quantity`).toFixed() };
    }),
  );
}

async function writeCounts(
  tx: Transaction,
  { id, locationId }: Stocktake,
  counts: readonly Count[],
): Promise<void> {
  const partIds = counts.map(({ part }) => part.id);
  const levels = await tx.query<{ part_id: string; on_hand: string; movements: number }>(sql`
    select t.part_id, t.on_hand, t.movements from inventory.stock_level t
    where t.organisation_id = ${tx.organisationId} and t.location_id = ${locationId}
      and t.part_id = any(${partIds}::uuid[])`);
  const present = await tx.rows(
    everyStocktakeLine,
    sql`t.organisation_id = ${tx.organisationId} and t.stocktake_id = ${id} and t.part_id = any(${partIds}::uuid[])`,
  );
  for (const { part, quantity } of counts) {
    const level = levels.find(({ part_id }) => part_id === part.id);
    const counted = {
      counted: quantity,
      countedAt: tx.now,
      countedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
      onHandAtCount: level?.on_hand ?? '0',
      entryAtCount: level?.movements ?? 0,
    };
    const line = present.find(({ partId }) => partId === part.id);
    if (line) await tx.update(StocktakeLine, line, counted, 'count');
    else {
      const facts = {
        stocktakeId: id,
        partId: part.id,
        partSku: part.sku,
        expected: '0',
        cutReservations: [],
      };
      await tx.insert(StocktakeLine, { ...facts, ...counted });
    }
  }
}
