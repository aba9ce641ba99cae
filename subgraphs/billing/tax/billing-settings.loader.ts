import { requireOrganisation } from '../../../shared/access/identity';
import { everyone, readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import type { Context } from '../../../shared/subgraph/context';
import { BillingSettings, DEFAULT_SETTINGS } from './billing-settings.entity';

/** For whoever writes documents by them; who may see them is asked of the field. */
export const billingSettings = readable({
  entity: BillingSettings,
  permission: null,
  called: 'Billing settings',
  visible: everyone,
});

/** The organisation's settings, entered with what everybody begins with when they are asked for the first time. */
export async function settingsOf(context: Context): Promise<BillingSettings> {
  const id = requireOrganisation(context.identity);
  const found = await context.load(billingSettings, id);
  if (found) return found;
  const { paymentTermsDays, quotationDays, draftsFromJobs, loyaltyPointsPerUnit } = DEFAULT_SETTINGS;
  await context.transaction((tx) =>
    tx.query(sql`insert into billing.billing_settings (organisation_id, id, version, created_at, updated_at,
        payment_terms_days, quotation_days, drafts_from_jobs, loyalty_points_per_unit)
      values (${id}, ${id}, 1, ${tx.now}, ${tx.now}, ${paymentTermsDays}, ${quotationDays}, ${draftsFromJobs},
        ${loyaltyPointsPerUnit})
      on conflict (organisation_id, id) do nothing`),
  );
  return context.loadOrFail(billingSettings, id);
}
