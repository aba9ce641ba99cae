import { randomUUID } from 'node:crypto';
import type { Query } from './random-shop.fixtures';

/** An organisation with a service centre in each zone; their ids. */
export async function foundOrganisation(
  query: Query,
  id: string,
  zones: readonly string[],
): Promise<string[]> {
  await query(
    `insert into customer.organisation (organisation_id, id, version, created_at, updated_at, name, slug, country,
       currency, locale, time_zone, prices_include_tax, tax_per_line, requires_inspection, self_registration,
       payment_reminder_days, admin_allowed_addresses)
     values ($1, $1, 1, now(), now(), 'Figures', $2, 'IT', 'EUR', 'it-IT', 'Europe/Rome', true, false, false, false, '{}', '{}')`,
    [id, `figures-${id.slice(0, 8)}`],
  );
  const centres = zones.map((zone, n) => ({ id: randomUUID() as string, zone, code: `C${n}` }));
  for (const centre of centres)
    await query(
      `insert into customer.service_centre (organisation_id, id, version, created_at, updated_at, name, code, country,
         time_zone, active) values ($1, $2, 1, now() - interval '90 days', now(), 'Centre', $3, 'IT', $4, true)`,
      [id, centre.id, centre.code, centre.zone],
    );
  return centres.map((centre) => centre.id);
}
