import { Client } from 'pg';
import { advisorsCentres, type Shop } from '../seed/shops';

/** What the operations ask for: of the data, chosen alike in every run. */
export interface Inputs {
  centres: string[];
  customers: string[];
  /** Parts of names and phones that customers are searched by, and of plates for vehicles. */
  names: string[];
  phones: string[];
  plates: string[];
  owners: string[];
  /** Behind the 999th page of job cards. */
  cursor: string;
}

export const PAGE = 20;
const PAGES_BEFORE = 999;
const SAMPLES = 300;

/** Customers of the advisor's centres; every hundredth or so, in an order that has nothing to do with their age. */
const CUSTOMERS = `
select c.id, c.first_name, c.last_name, c.phone,
  (select v.plate_key from vehicle.vehicle v where v.organisation_id = c.organisation_id and v.owner_id = c.id
     and v.plate_key is not null and v.archived_at is null order by v.id limit 1) as plate
from customer.customer c
where c.organisation_id = $1 and c.phone is not null and c.last_name <> ''
  and exists (select from customer.customer_centre l where l.organisation_id = c.organisation_id
    and l.customer_id = c.id and l.service_centre_id = any($2::uuid[]))
order by md5(c.code) limit $3`;

const CURSOR = `
select t.created_at, t.id from workshop.job_card t
where t.organisation_id = $1 and t.service_centre_id = any($2::uuid[])
order by t.created_at desc, t.id desc offset $3 limit 1`;

interface Sample {
  id: string;
  first_name: string;
  last_name: string;
  phone: string;
  plate: string | null;
}

export async function readInputs(databaseUrl: string, shop: Shop): Promise<Inputs> {
  const centres = advisorsCentres(shop);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Sample>(CUSTOMERS, [shop.organisationId, centres, SAMPLES * 2]);
    const last = await client.query<{ created_at: Date; id: string }>(CURSOR, [
      shop.organisationId,
      centres,
      PAGES_BEFORE * PAGE - 1,
    ]);
    const [searched, owners] = [rows.slice(0, SAMPLES), rows.slice(SAMPLES)];
    return {
      centres,
      customers: searched.map(({ id }) => id),
      names: searched.map((row) => `${row.last_name.slice(0, 5)} ${row.first_name.slice(0, 3)}`),
      phones: searched.map(({ phone }) => phone.slice(-7, -1)),
      plates: searched.flatMap(({ plate }) => plate?.slice(1, 6) ?? []),
      owners: owners.map(({ id }) => id),
      cursor: cursorOf(last.rows[0]),
    };
  } finally {
    await client.end();
  }
}

/** The check's small database has no thousandth page, and does not ask for it. */
const cursorOf = (row: { created_at: Date; id: string } | undefined): string =>
  row ? Buffer.from(JSON.stringify([row.created_at, row.id])).toString('base64url') : '';
