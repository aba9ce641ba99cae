import { Decimal } from 'decimal.js';
import { idList, sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import { newId } from '../../../shared/ids';
import { type PartUnit, UNIT_DECIMALS } from '../catalogue/unit';
import { Account } from './account';
import { costOfColumns } from './cost';
import type { Held, LockedLevel } from './ledger-types';
import type { StockReferenceType } from './stock.enums';

/** One part in one place. */
export interface StockPlace {
  partId: string;
  locationId: string;
}

export type Accounts = ReadonlyMap<string, Account>;

export const keyOf = ({ partId, locationId }: StockPlace): string => `${partId}/${locationId}`.toLowerCase();

/**
 * Locks the levels until the end, in the one order that everybody keeps to (part, location), making those that are
 * missing. What decides about them is read behind the lock, so that nothing of it is older.
 */
export async function lockLevels(tx: Transaction, places: readonly StockPlace[]): Promise<Accounts> {
  const wanted = [...new Map(places.map((place) => [keyOf(place), place])).values()];
  await makeMissing(tx, wanted);
  const levels = await lockInOrder(tx, wanted);
  if (levels.length < wanted.length)
    throw badField('input', 'UNKNOWN', 'There is no such part, or no such place.');
  const held = await readHeld(tx, levels);
  const facts = await readFacts(tx, levels);
  return new Map(
    levels.map((row) => [
      keyOf({ partId: row.part_id, locationId: row.location_id }),
      new Account(lockedLevel(row, facts.get(row.id)!), held.get(row.id) ?? [], tx.now),
    ]),
  );
}

interface LevelRow {
  id: string;
  part_id: string;
  location_id: string;
  part_sku: string;
  part_category: string;
  on_hand: string;
  average_cost: string | null;
  cost_currency: string | null;
  reorder_point: string | null;
  reorder_quantity: string | null;
  bin: string | null;
  low: boolean;
  movements: number;
  reservations: number;
  moved_at: Date | null;
}

const wantedRows = (places: readonly StockPlace[]) =>
  sql`unnest(${idList(places.map(({ partId }) => partId))}::uuid[],
    ${idList(places.map(({ locationId }) => locationId))}::uuid[])`;

/** Before the first lock, and in the same order: two who make the same rows wait for each other in no circle. */
async function makeMissing(tx: Transaction, places: readonly StockPlace[]): Promise<void> {
  const ids = idList(places.map(() => newId()));
  await tx.query(sql`
    insert into inventory.stock_level (organisation_id, id, version, created_at, updated_at, part_id, location_id,
      part_sku, part_category, on_hand, reserved, low, movements, reservations)
    select p.organisation_id, w.id, 1, ${tx.now}, ${tx.now}, p.id, l.id, p.sku, p.category, 0, 0, false, 0, 0
    from unnest(${ids}::uuid[], ${idList(places.map(({ partId }) => partId))}::uuid[],
      ${idList(places.map(({ locationId }) => locationId))}::uuid[]) as w(id, part_id, location_id)
    join inventory.part p on p.organisation_id = ${tx.organisationId} and p.id = w.part_id
    join inventory.stock_location l on l.organisation_id = p.organisation_id and l.id = w.location_id
    where not exists (select from inventory.stock_level s where s.organisation_id = p.organisation_id
      and s.part_id = p.id and s.location_id = l.id)
    order by p.id, l.id
    on conflict (organisation_id, part_id, location_id) do nothing`);
}

function lockInOrder(tx: Transaction, places: readonly StockPlace[]): Promise<LevelRow[]> {
  return tx.query<LevelRow>(sql`
    select t.id, t.part_id, t.location_id, t.part_sku, t.part_category, t.on_hand, t.average_cost,
      t.cost_currency, t.reorder_point, t.reorder_quantity, t.bin, t.low, t.movements, t.reservations, t.moved_at
    from inventory.stock_level t join ${wantedRows(places)} as w(part_id, location_id)
      on t.part_id = w.part_id and t.location_id = w.location_id
    where t.organisation_id = ${tx.organisationId}
    order by t.part_id, t.location_id for no key update of t`);
}

interface HeldRow {
  level_id: string;
  id: string;
  place: number;
  quantity: string;
  reference_type: StockReferenceType;
  reference_id: string;
  reference_line_id: string | null;
}

const idsOf = (levels: readonly LevelRow[]): string => idList(levels.map(({ id }) => id));

async function readHeld(tx: Transaction, levels: readonly LevelRow[]): Promise<Map<string, Held[]>> {
  const rows = await tx.query<HeldRow>(sql`
    select r.level_id, r.id, r.place, r.quantity, r.reference_type, r.reference_id, r.reference_line_id
    from inventory.stock_reservation r
    where r.organisation_id = ${tx.organisationId} and r.level_id = any(${idsOf(levels)}::uuid[])`);
  const held = new Map<string, Held[]>();
  for (const row of rows) {
    const reference = { type: row.reference_type, id: row.reference_id, lineId: row.reference_line_id };
    const each = {
      id: row.id,
      place: row.place,
      reference,
      quantity: new Decimal(row.quantity),
      isChanged: false,
    };
    held.set(row.level_id, [...(held.get(row.level_id) ?? []), each]);
  }
  return held;
}

interface Facts {
  id: string;
  sku: string;
  category: string;
  unit: PartUnit;
  reorder_point: string | null;
  discontinued: boolean;
  service_centre_id: string | null;
  active: boolean;
}

async function readFacts(tx: Transaction, levels: readonly LevelRow[]): Promise<Map<string, Facts>> {
  const rows = await tx.query<Facts>(sql`
    select s.id, p.sku, p.category, p.unit, p.reorder_point, p.discontinued_at is not null as discontinued, l.service_centre_id,
      l.active
    from inventory.stock_level s
    join inventory.part p on p.organisation_id = s.organisation_id and p.id = s.part_id
    join inventory.stock_location l on l.organisation_id = s.organisation_id and l.id = s.location_id
    where s.organisation_id = ${tx.organisationId} and s.id = any(${idsOf(levels)}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

function lockedLevel(row: LevelRow, facts: Facts): LockedLevel {
  return {
    id: row.id,
    partId: row.part_id,
    locationId: row.location_id,
    serviceCentreId: facts.service_centre_id,
    isOpen: facts.active,
    sku: facts.sku,
    category: facts.category,
    isStale: row.part_sku !== facts.sku || row.part_category !== facts.category,
    decimals: UNIT_DECIMALS[facts.unit],
    onHand: new Decimal(row.on_hand),
    averageCost: costOfColumns(row.average_cost, row.cost_currency),
    usualReorderPoint: decimalOrNull(facts.reorder_point),
    isDiscontinued: facts.discontinued,
    settings: {
      reorderPoint: decimalOrNull(row.reorder_point),
      reorderQuantity: decimalOrNull(row.reorder_quantity),
      bin: row.bin,
    },
    low: row.low,
    movements: row.movements,
    reservations: row.reservations,
    movedAt: row.moved_at,
  };
}

const decimalOrNull = (text: string | null): Decimal | null => (text === null ? null : new Decimal(text));
