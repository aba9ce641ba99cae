import type { Client } from 'pg';
import { addDays, instantOf, localDate } from '../../../shared/time-zone';
import { sellerOf } from '../../../subgraphs/billing/documents/parties';
import type { House } from '../../../subgraphs/billing/peers';
import type { BillingSettings } from '../../../subgraphs/billing/tax/billing-settings.entity';
import { OPENING_STOCK } from '../material';
import { addressIn } from './parties';

/** A service centre that has just been opened, and what is to lie behind it. */
export interface Branch {
  organisationId: string;
  serviceCentreId: string;
  /** No more than four a day for each technician. */
  jobs: number;
  customers: number;
  /** As many as there are customers, or up to half as many more. */
  vehicles: number;
  /** How long ago it began. */
  days: number;
  /** Tells it from others: two with one number would be alike. */
  seed: number;
}

/** More than all numbers that one branch counts with. */
const NUMBERS_OF_A_BRANCH = 1_000_000_000;

/** One row, which every other statement looks into, and what lay on the shelves at the beginning. */
const TABLES = `
create temp table branch (organisation_id uuid, service_centre_id uuid, code text, zone text, base bigint, jobs integer,
  customers integer, vehicles integer, first_day date, last_day date, until timestamptz, seller jsonb, terms integer,
  tax_rate_id uuid, tax_percent numeric, location_id uuid, advisor_id uuid, manager_id uuid, first_job bigint,
  first_car bigint, first_customer bigint, first_order bigint, first_sale bigint);
create temp table opening (sku text, quantity numeric, cost numeric, bin text);
`;

/** Somebody of the centre, or else of the organisation, or else its administrator. */
const STAFF = (kind: string) => `(select u.id from customer.user_account u join customer.role r
  on r.organisation_id = u.organisation_id and r.id = u.role_id where u.organisation_id = g.organisation_id and r.kind in ('${kind}', 'ADMIN')
  and u.active order by r.kind = 'ADMIN', not exists (select from customer.user_service_centre w where w.organisation_id = u.organisation_id
    and w.user_id = u.id and w.service_centre_id = g.service_centre_id), u.id limit 1)`;
const COUNTED = (kind: string) => `coalesce((select s.last from platform.number_series s
  where s.organisation_id = g.organisation_id and s.scope_id = g.organisation_id and s.kind = '${kind}'), 0)`;

const FILL = `
insert into branch
select g.organisation_id, g.service_centre_id, g.code, g.zone, g.base, g.jobs, g.customers, g.vehicles, g.first_day, g.last_day,
  g.until, g.seller, s.payment_terms_days, r.id, r.percent, l.id, ${STAFF('ADVISOR')}, ${STAFF('MANAGER')},
  (select count(*) from workshop.job_card j where j.organisation_id = g.organisation_id),
  (select count(*) from vehicle.vehicle v where v.organisation_id = g.organisation_id),
  ${COUNTED('customer')}, ${COUNTED('purchase order')}, ${COUNTED('counter order')}
from jsonb_to_record($1) as g (organisation_id uuid, service_centre_id uuid, code text, zone text, base bigint, jobs integer,
  customers integer, vehicles integer, first_day date, last_day date, until timestamptz, seller jsonb)
join billing.billing_settings s on s.organisation_id = g.organisation_id
join billing.tax_rate r on r.organisation_id = g.organisation_id and r.category = 'STANDARD' and r.valid_to is null
join inventory.stock_location l on l.organisation_id = g.organisation_id and l.service_centre_id = g.service_centre_id
  and l.kind = 'SERVICE_CENTRE'`;

export async function prepareBranch(client: Client, branch: Branch, now: Date): Promise<void> {
  const { organisationId, serviceCentreId, jobs, customers, vehicles, days, seed } = branch;
  const { house, settings } = await standingOf(client, branch);
  const { timeZone, code } = house.centre;
  const today = localDate(timeZone, now.getTime());
  await client.query(TABLES);
  const { rowCount } = await client.query(FILL, [
    {
      organisation_id: organisationId,
      service_centre_id: serviceCentreId,
      code,
      zone: timeZone,
      base: seed * NUMBERS_OF_A_BRANCH,
      jobs,
      customers,
      vehicles,
      first_day: addDays(today, -days),
      last_day: addDays(today, -1),
      until: new Date(instantOf(timeZone, today, 0)),
      seller: sellerOf(house, settings),
    },
  ]);
  if (rowCount !== 1) throw new Error(`The service centre ${code} is not ready for a history yet.`);
  for (const [sku, quantity, cost, bin] of OPENING_STOCK)
    await client.query('insert into opening values ($1, $2, $3::numeric * 100, $4)', [
      sku,
      quantity,
      cost,
      bin,
    ]);
}

const HOUSE = `
select o.name, o.currency, o.locale, o.country, o.logo_file_id as "logoFileId", o.prices_include_tax as "pricesIncludeTax",
  o.tax_per_line as "taxPerLine", to_jsonb(c) as centre, to_jsonb(s) as settings
from customer.organisation o join customer.service_centre c on c.organisation_id = o.organisation_id and c.id = $2
join billing.billing_settings s on s.organisation_id = o.organisation_id where o.organisation_id = $1`;

/** Who bills, as the program would ask for it. */
async function standingOf(
  client: Client,
  { organisationId, serviceCentreId }: Branch,
): Promise<{ house: House; settings: BillingSettings }> {
  const { rows } = await client.query(HOUSE, [organisationId, serviceCentreId]);
  const { centre, settings, ...organisation } = rows[0];
  return {
    house: {
      organisation,
      country: centre.country,
      centre: {
        name: centre.name,
        code: centre.code,
        timeZone: centre.time_zone,
        phone: centre.phone,
        email: centre.email,
        address: { ...addressIn(centre), country: centre.country },
      },
    },
    settings: {
      ...addressIn(settings),
      legalName: settings.legal_name,
      taxNumber: settings.tax_number,
      registrationNumber: settings.registration_number,
      bankAccount: settings.bank_account,
      upiId: settings.upi_id,
      footer: settings.footer,
    } as BillingSettings,
  };
}
