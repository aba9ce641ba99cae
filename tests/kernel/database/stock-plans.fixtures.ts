import type { Client } from 'pg';
import type { Filled } from './search-plans.fixtures';

const PARTS = 20_000;
const PLACES_OF_A_PART = 3;
const LEVELS = PARTS * PLACES_OF_A_PART;
export const MOVEMENTS = 1_000_000;

const RECORD = 'organisation_id, id, version, created_at, updated_at';
/** Ids that follow from a number, so that rows of other tables can name them; in the order of making, as ours are. */
const idOf = (kind: string, n: string): string =>
  `(substr(md5('${kind}'), 1, 8) || '-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
/** Words of eight letters that follow from a number, as varied as names are. */
const word = (of: string): string => `translate(substr(md5(${of}), 1, 8), '0123456789', 'ghijklmnop')`;
const record = (kind: string, at = 'now()'): string => `$1::uuid, ${idOf(kind, 'n')}, 1, ${at}, ${at}`;

/** The part and the place of the nth level: three of nine places for each part, the last place of a quiet centre. */
const PART_OF = `1 + (n - 1) % ${PARTS}`;
const PLACE_OF = `1 + (n - 1) / ${PARTS} * 3 + (n - 1) % 3`;
const LEVEL_OF = `1 + (n - 1) % ${LEVELS}`;

const STATEMENTS = [
  // Two places for each service centre, and a warehouse for all.
  `insert into inventory.stock_location (${RECORD}, name, kind, service_centre_id, active)
   select ${record('place')}, 'Place ' || n, case when n = 9 then 'CENTRAL_WAREHOUSE' when n % 2 = 1 then 'SERVICE_CENTRE'
     else 'VAN' end, case when n < 9 then ($2::uuid[])[(n + 1) / 2] end, true
   from generate_series(1, 9) n`,
  `insert into inventory.part (${RECORD}, sku, name, brand, brand_key, barcode, barcode_key, category, unit)
   select ${record('part')}, 'SKU-' || lpad((n * 7919 % 1000003)::text, 7, '0'), ${word(`'part' || n % 2000`)} || ' ' || n,
     'Brand ' || n % 200, 'brand ' || n % 200, '4006' || lpad(n::text, 9, '0'), '04006' || lpad(n::text, 9, '0'),
     case when n % 500 = 0 then 'TOOL' else 'SPARE_PART' end, 'PIECE'
   from generate_series(1, ${PARTS}) n where cardinality($2::uuid[]) > 0`,
  `insert into inventory.part_fitment (${RECORD}, part_id, position, make, make_key, model, model_key, year_from, year_to)
   select ${record('fitment')}, ${idOf('part', `1 + n % ${PARTS}`)}, 0, 'Make', 'make ' || n % 40, 'Model', 'model ' || n % 900,
     2000, 2010 from generate_series(1, 60000) n where cardinality($2::uuid[]) > 0`,
  `insert into inventory.stock_level (${RECORD}, part_id, location_id, part_sku, part_category, on_hand, reserved,
     average_cost, cost_currency, low, movements, reservations, moved_at)
   select $1::uuid, ${idOf('level', 'n')}, 1, now(), now() - n * interval '1 second', p.id, ${idOf('place', PLACE_OF)}, p.sku,
     p.category, 0, 0, 100, 'EUR', n % 1000 = 0, 0, 0, null
   from generate_series(1, ${LEVELS}) n join inventory.part p on p.organisation_id = $1 and p.id = ${idOf('part', PART_OF)}
   where cardinality($2::uuid[]) > 0`,
  // Every level has its ledger, the newest entries last; each is one more on hand.
  `insert into inventory.stock_movement (${RECORD}, part_id, location_id, entry, kind, quantity, on_hand_after,
     reserved_after, unit_cost, average_cost_after, cost_currency, reference_type, reference_id)
   select $1::uuid, ${idOf('movement', 'n')}, 1, at, at, s.part_id, s.location_id, 1 + (n - 1) / ${LEVELS},
     case when n % 1000 = 0 then 'ADJUSTMENT' else 'RECEIPT' end, 1, 1 + (n - 1) / ${LEVELS}, 0, 100, 100, 'EUR',
     'PURCHASE_ORDER', ${idOf('order', 'n / 10')}
   from generate_series(1, ${MOVEMENTS}) n
   join inventory.stock_level s on s.organisation_id = $1 and s.id = ${idOf('level', LEVEL_OF)},
     lateral (select timestamptz '2026-11-20 10:00:00+00' - (${MOVEMENTS} - n) * interval '1 minute' as at) t
   where cardinality($2::uuid[]) > 0`,
  `update inventory.stock_level s set on_hand = m.count, movements = m.count, moved_at = m.last
   from (select part_id, location_id, count(*) as count, max(created_at) as last from inventory.stock_movement
     where organisation_id = $1 and cardinality($2::uuid[]) > 0 group by 1, 2) m
   where s.organisation_id = $1 and s.part_id = m.part_id and s.location_id = m.location_id`,
];

const TABLES = ['part', 'part_fitment', 'stock_location', 'stock_level', 'stock_movement'];

/** A storeroom with a million movements behind it. */
export async function fillStorerooms(admin: Client, { organisation, centres }: Filled): Promise<void> {
  // The rows refer to each other as they should; looking each one up, and sorting each into its indexes, takes minutes.
  await admin.query("set session_replication_role = 'replica'");
  const { rows: indexes } = await admin.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid = 'inventory.stock_movement'::regclass and not exists (select from pg_constraint c
       where c.conindid = i.indexrelid)`,
  );
  for (const { name } of indexes) await admin.query(`drop index ${name}`);
  for (const statement of STATEMENTS) await admin.query(statement, [organisation, centres]);
  for (const { definition } of indexes) await admin.query(definition);
  await admin.query("set session_replication_role = 'origin'");
  for (const table of TABLES) await admin.query(`vacuum analyze inventory.${table}`);
}
