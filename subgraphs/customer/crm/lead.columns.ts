import { badField } from '../../../shared/errors';
import { Money, type MoneyInput } from '../../../shared/money';
import type { Context } from '../../../shared/subgraph/context';
import { emailOf, nameOf, phoneOf, textOf } from './customer.columns';
import type { Lead } from './lead.entity';
import type { UpdateLeadInput } from './lead.input';

/** What the input says, as the columns keep it; what it leaves out is undefined. */
export async function leadColumns(
  context: Context,
  input: Omit<UpdateLeadInput, 'status' | 'expectedVersion'>,
  serviceCentreId: string | null,
): Promise<Partial<Lead>> {
  return {
    firstName: nameOf(input.firstName),
    lastName: nameOf(input.lastName),
    company: textOf(input.company),
    phone: await phoneOf(context, input.phone, serviceCentreId),
    email: emailOf(input.email),
    source: input.source,
    interest: input.interest,
    description: textOf(input.description),
    notes: textOf(input.notes),
    followUpOn: input.followUpOn,
    ...valueColumns(input.estimatedValue),
  };
}

function valueColumns(value: MoneyInput | null | undefined): Partial<Lead> {
  if (value === undefined) return {};
  if (value === null) return { estimatedValueMinor: null, estimatedValueCurrency: null };
  const { minorUnits, currency } = Money.from(value, 'input.estimatedValue');
  if (minorUnits < 0) throw badField('input.estimatedValue.amount', 'MIN', 'A value is not below zero.');
  return { estimatedValueMinor: minorUnits, estimatedValueCurrency: currency };
}

/** The database holds both as well; said here, the answer names the field. */
export function requireReachable({ firstName, lastName, company, phone, email }: Partial<Lead>): void {
  if (!firstName && !lastName && !company)
    throw badField('input.firstName', 'REQUIRED', 'A lead has a name or a company.');
  if (!phone && !email) throw badField('input.phone', 'REQUIRED', 'A lead has a phone or an e-mail.');
}
