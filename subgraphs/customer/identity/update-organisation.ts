import { addressAllowed, isAddressRange } from '../../../shared/access/addresses';
import { requireOrganisation } from '../../../shared/access/identity';
import { setClock } from '../../../shared/clockwork/set-clock';
import { badField, badInput } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { requireLogo } from './logo';
import { Organisation } from './organisation.entity';
import type { UpdateOrganisationInput } from './organisation.input';
import { organisations } from './organisation.loader';
import { canonicalLocale } from './validation';

const LIST = 'input.adminAllowedAddresses';

export async function updateOrganisation(
  context: Context,
  input: UpdateOrganisationInput,
): Promise<Organisation> {
  const id = requireOrganisation(context.identity);
  const { expectedVersion, locale, paymentReminderDays, ...rest } = input;
  if (input.adminAllowedAddresses) checkRanges(input.adminAllowedAddresses, context.facts.address);
  if (input.logoFileId) await requireLogo(context, input.logoFileId);
  await context.transaction(async (tx) => {
    const organisation = await tx.lock(organisations, id, expectedVersion);
    const changed = await tx.update(Organisation, organisation, {
      ...rest,
      locale: canonicalLocale(locale),
      paymentReminderDays: paymentReminderDays && [...paymentReminderDays].sort((a, b) => a - b),
    });
    await setClock(tx, changed.timeZone);
    if (changed.version !== organisation.version)
      tx.emit({ name: 'OrganisationUpdated', subjectType: 'Organisation', subjectId: id });
  });
  if (input.adminAllowedAddresses) context.kernel.topics.accessChanged(id);
  return context.loadOrFail(organisations, id);
}

/** A list without the caller's own address would lock out the person who could mend it. */
function checkRanges(ranges: string[], ownAddress: string | null): void {
  const bad = ranges.flatMap((range, index) => (isAddressRange(range) ? [] : [index]));
  if (bad.length)
    throw badInput(
      bad.map((index) => ({
        path: `${LIST}.${index}`,
        code: 'ADDRESS_RANGE',
        message: 'This is neither an IP address nor a CIDR range.',
      })),
    );
  if (!addressAllowed(ranges, ownAddress))
    throw badField(LIST, 'LOCKED_OUT', 'Your own address is not in the list: you would lock yourself out.');
}
