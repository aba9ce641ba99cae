import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { newId } from '../../../shared/ids';
import type { Account } from './account';
import type { Movement, StockReference } from './ledger-types';

/** What was done to the locked levels, in one statement each for levels, movements and reservations. */
export async function writeLevels(tx: Transaction, accounts: readonly Account[]): Promise<void> {
  const changed = accounts.filter((account) => account.isChanged);
  if (changed.length === 0) return;
  await updateLevels(tx, changed);
  await insertMovements(tx, changed);
  await writeHeld(tx, changed);
}

async function updateLevels(tx: Transaction, accounts: readonly Account[]): Promise<void> {
  const rows = accounts.map((account) => ({
    id: account.level.id,
    part_sku: account.level.sku,
    part_category: account.level.category,
    on_hand: account.onHand.toFixed(),
    reserved: account.reserved.toFixed(),
    average_cost: account.averageCost?.amount.toFixed() ?? null,
    cost_currency: account.averageCost?.currency ?? null,
    reorder_point: account.settings.reorderPoint?.toFixed() ?? null,
    reorder_quantity: account.settings.reorderQuantity?.toFixed() ?? null,
    bin: account.settings.bin,
    low: account.isLow,
    movements: account.counters.movements,
    reservations: account.counters.reservations,
    moved_at: account.counters.movedAt,
  }));
  await tx.query(sql`
    update inventory.stock_level t set part_sku = v.part_sku, part_category = v.part_category, on_hand = v.on_hand, reserved = v.reserved,
      average_cost = v.average_cost, cost_currency = v.cost_currency, reorder_point = v.reorder_point,
      reorder_quantity = v.reorder_quantity, bin = v.bin, low = v.low, movements = v.movements,
      reservations = v.reservations, moved_at = v.moved_at, version = t.version + 1, updated_at = ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(id uuid, part_sku text, part_category text, on_hand numeric,
      reserved numeric, average_cost numeric, cost_currency text, reorder_point numeric, reorder_quantity numeric,
      bin text, low boolean, movements integer, reservations integer,
      moved_at timestamptz)
    where t.organisation_id = ${tx.organisationId} and t.id = v.id`);
}

async function insertMovements(tx: Transaction, accounts: readonly Account[]): Promise<void> {
  const actor = tx.identity.kind === 'USER' ? tx.identity.actorId : null;
  const rows = accounts.flatMap((account) => account.made.map((movement) => movementRow(account, movement)));
  if (rows.length === 0) return;
  await tx.query(sql`
    insert into inventory.stock_movement (organisation_id, id, version, created_at, updated_at, part_id, location_id,
      entry, kind, quantity, on_hand_after, reserved_after, unit_cost, average_cost_after, cost_currency,
      reference_type, reference_id, reference_line_id, reason_code, reason, actor_id)
    select ${tx.organisationId}, v.id, 1, v.at, v.at, v.part_id, v.location_id, v.entry, v.kind, v.quantity,
      v.on_hand_after, v.reserved_after, v.unit_cost, v.average_cost_after, v.cost_currency, v.reference_type,
      v.reference_id, v.reference_line_id, v.reason_code, v.reason, ${actor}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(id uuid, at timestamptz, part_id uuid,
      location_id uuid, entry integer, kind text, quantity numeric, on_hand_after numeric, reserved_after numeric,
      unit_cost numeric, average_cost_after numeric, cost_currency text, reference_type text, reference_id uuid,
      reference_line_id uuid, reason_code text, reason text)`);
}

function movementRow({ level }: Account, movement: Movement) {
  const { unitCost, averageAfter, reference, reason } = movement;
  return {
    id: movement.id,
    at: movement.at,
    part_id: level.partId,
    location_id: level.locationId,
    entry: movement.entry,
    kind: movement.kind,
    quantity: movement.quantity.toFixed(),
    on_hand_after: movement.onHandAfter.toFixed(),
    reserved_after: movement.reservedAfter.toFixed(),
    unit_cost: unitCost?.amount.toFixed() ?? null,
    average_cost_after: averageAfter?.amount.toFixed() ?? null,
    cost_currency: (unitCost ?? averageAfter)?.currency ?? null,
    ...referenceColumns(reference),
    reason_code: reason.code ?? null,
    reason: reason.text ?? null,
  };
}

const referenceColumns = ({ type, id, lineId }: StockReference) => ({
  reference_type: type,
  reference_id: id,
  reference_line_id: lineId ?? null,
});

async function writeHeld(tx: Transaction, accounts: readonly Account[]): Promise<void> {
  const changed = accounts.flatMap(({ level, held }) =>
    held.filter(({ isChanged }) => isChanged).map((each) => ({ level, ...each })),
  );
  const gone = changed.filter(({ quantity }) => quantity.isZero()).flatMap(({ id }) => id ?? []);
  if (gone.length)
    await tx.query(sql`delete from inventory.stock_reservation t
      where t.organisation_id = ${tx.organisationId} and t.id = any(${gone}::uuid[])`);
  const kept = changed.filter(({ quantity }) => !quantity.isZero());
  if (kept.length === 0) return;
  const rows = kept.map(({ id, level, place, quantity, reference }) => ({
    id: id ?? newId(),
    level_id: level.id,
    part_id: level.partId,
    location_id: level.locationId,
    place,
    quantity: quantity.toFixed(),
    ...referenceColumns(reference),
  }));
  await tx.query(sql`
    insert into inventory.stock_reservation as t (organisation_id, id, version, created_at, updated_at, level_id,
      part_id, location_id, place, quantity, reference_type, reference_id, reference_line_id)
    select ${tx.organisationId}, v.id, 1, ${tx.now}, ${tx.now}, v.level_id, v.part_id, v.location_id, v.place, v.quantity,
      v.reference_type, v.reference_id, v.reference_line_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(id uuid, level_id uuid, part_id uuid, location_id uuid,
      place integer, quantity numeric, reference_type text, reference_id uuid, reference_line_id uuid)
    on conflict (organisation_id, id) do update set quantity = excluded.quantity, version = t.version + 1,
      updated_at = excluded.updated_at`);
}
