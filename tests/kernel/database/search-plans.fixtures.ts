import type { Client } from 'pg';

export interface Filled {
  organisation: string;
  centres: readonly string[];
}

export interface Sizes {
  customers: number;
  vehicles: number;
  jobCards: number;
}

/** Words of eight letters from `a` to `p` that follow from a number, as varied as names are. */
const word = (of: string): string => `translate(substr(md5(${of}), 1, 8), '0123456789', 'ghijklmnop')`;
/** Ids that follow from a number, so that rows of other tables can name them. */
const idOf = (kind: string, n: string): string => `md5($1::text || '${kind}' || ${n})::uuid`;
const RECORD = 'organisation_id, id, version, created_at, updated_at';
const MINUTE = `timestamptz '2026-11-20 10:00:00+00' - n * interval '1 minute'`;
const record = (kind: string): string => `$1::uuid, ${idOf(kind, 'n')}, 1, ${MINUTE}, ${MINUTE}`;

/** Of its own for each: what the database draws by itself is not compared with the other rows of the same statement. */
const TRACKING_CODE = "translate(lpad(to_hex(n), 6, '0'), '0123456789abcdef', '23456789ABCDEFGH')";

/** $1 is the organisation, $2 its service centres, $3 how many rows. */
const ROWS: readonly [keyof Sizes, string][] = [
  [
    'customers',
    `insert into customer.customer (${RECORD}, code, first_name, last_name, phone)
     select ${record('customer')}, 'CUS-' || lpad(n::text, 6, '0'), ${word(`'first' || n`)}, ${word(`'last' || n`)},
       '+39333' || lpad((n * 7919 % 10000000)::text, 7, '0')
     from generate_series(1, $3::int) n where cardinality($2::uuid[]) > 0`,
  ],
  [
    'customers',
    `insert into customer.customer_centre (organisation_id, customer_id, service_centre_id)
     select $1::uuid, ${idOf('customer', 'n')}, ($2::uuid[])[1 + n % cardinality($2::uuid[])]
     from generate_series(1, $3::int) n`,
  ],
  [
    'vehicles',
    `insert into vehicle.vehicle (${RECORD}, make, model, plate, plate_key, plate_country, owner_id)
     select ${record('vehicle')}, 'Fiat', ${word(`'model' || n % 50`)}, plate, plate, 'IT', ${idOf('customer', '1 + n % 20000')}
     from generate_series(1, $3::int) n,
       concat(chr(65 + n % 26), chr(65 + n / 26 % 26), lpad((n / 676)::text, 3, '0'), chr(65 + n % 23), chr(65 + n % 19)) plate
     where cardinality($2::uuid[]) > 0`,
  ],
  [
    'vehicles',
    `insert into vehicle.vehicle_centre (organisation_id, vehicle_id, service_centre_id)
     select $1::uuid, ${idOf('vehicle', 'n')}, ($2::uuid[])[1 + n % cardinality($2::uuid[])]
     from generate_series(1, $3::int) n`,
  ],
  [
    'jobCards',
    `insert into workshop.job_card
       (${RECORD}, number, tracking_code, service_centre_id, vehicle_id, customer_id, complaint, priority, status)
     select ${record('jobCard')}, 'JC-' || lpad(n::text, 6, '0'), ${TRACKING_CODE}, ($2::uuid[])[1 + n % cardinality($2::uuid[])],
       ${idOf('vehicle', '1 + n % 30000')}, ${idOf('customer', '1 + n % 20000')}, 'Noise', 'MEDIUM',
       case when n < 300 then 'CREATED' else 'CANCELLED' end
     from generate_series(1, $3::int) n`,
  ],
];

/** As large an organisation as there are, so that PostgreSQL cares how it finds things. */
export async function fill(admin: Client, { organisation, centres }: Filled, sizes: Sizes): Promise<void> {
  await admin.query(
    `insert into customer.organisation (${RECORD}, name, slug, country, currency, locale, time_zone,
       prices_include_tax, tax_per_line, requires_inspection, self_registration, payment_reminder_days,
       admin_allowed_addresses)
     values ($1::uuid, $1::uuid, 1, now(), now(), 'Rows', $1::text, 'IT', 'EUR', 'it-IT', 'Europe/Rome',
       true, false, false, false, '{}', '{}')`,
    [organisation],
  );
  for (const [n, centre] of centres.entries())
    await admin.query(
      `insert into customer.service_centre (${RECORD}, name, code, country, time_zone, active)
       values ($1, $2, 1, now(), now(), 'Centre', $3, 'IT', 'Europe/Rome', true)`,
      [organisation, centre, `C${n}`],
    );
  for (const [table, text] of ROWS) await admin.query(text, [organisation, centres, sizes[table]]);
}

/** Part of a plan, as EXPLAIN writes it in JSON. */
export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

export const nodesOf = (plan: PlanNode): PlanNode[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

export const indexesOf = (plan: PlanNode): string[] =>
  nodesOf(plan).flatMap((node) => node['Index Name'] ?? []);

/** Tables that are read from one end to the other. */
export const readThrough = (plan: PlanNode): string[] =>
  nodesOf(plan).flatMap((node) => (/Seq Scan/.test(node['Node Type']) ? (node['Relation Name'] ?? []) : []));

export const sortsIn = (plan: PlanNode): number =>
  nodesOf(plan).filter((node) => /Sort/.test(node['Node Type'])).length;

/** Rows of a table that were looked at, found fitting or not. */
export const rowsLookedAt = (plan: PlanNode, table: string): number =>
  nodesOf(plan)
    .filter((node) => node['Relation Name'] === table)
    .map((node) => {
      const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
      return (node['Actual Rows'] + removed) * node['Actual Loops'];
    })
    .reduce((sum, rows) => sum + rows, 0);
