import { addressColumns } from '../../../shared/address';
import type { Context } from '../../../shared/subgraph/context';
import { BillingSettings } from './billing-settings.entity';
import type { UpdateBillingSettingsInput } from './billing-settings.input';
import { billingSettings, settingsOf } from './billing-settings.loader';

export async function updateBillingSettings(
  context: Context,
  { expectedVersion, address, ...terms }: UpdateBillingSettingsInput,
): Promise<BillingSettings> {
  const { id } = await settingsOf(context);
  await context.transaction(async (tx) => {
    const settings = await tx.lock(billingSettings, id, expectedVersion);
    const changed = await tx.update(BillingSettings, settings, {
      ...terms,
      legalName: terms.legalName?.trim() ?? terms.legalName,
      ...addressColumns(address),
    });
    if (changed.version !== settings.version)
      tx.emit({ name: 'BillingSettingsUpdated', subjectType: 'BillingSettings', subjectId: id });
  });
  return settingsOf(context);
}
