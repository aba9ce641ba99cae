import type { Address, AddressInput } from '../../../shared/address';
import { badField } from '../../../shared/errors';
import { requirePhone } from '../../../shared/phone';
import type { Context } from '../../../shared/subgraph/context';
import { canonicalLocale } from '../identity/validation';
import type { Customer } from './customer.entity';
import type { UpdateCustomerInput } from './customer.input';
import { phoneCountry } from './phone-country';

const EARLIEST_BIRTH = '1900-01-01';

type Given = string | null | undefined;

/** Undefined leaves, null and blanks clear. */
export const textOf = (value: Given): Given => (value === undefined ? undefined : value?.trim() || null);

export const emailOf = (value: Given): Given => textOf(value?.toLowerCase() ?? value);

export async function phoneOf(
  context: Context,
  value: Given,
  serviceCentreId: string | null,
): Promise<Given> {
  const phone = textOf(value);
  return phone ? requirePhone(phone, await phoneCountry(context, serviceCentreId), 'input.phone') : phone;
}

/** What the input says, as the columns keep it; what it leaves out is undefined. */
export async function customerColumns(
  context: Context,
  input: Omit<UpdateCustomerInput, 'expectedVersion'>,
  serviceCentreId: string | null,
): Promise<Partial<Customer>> {
  return {
    firstName: nameOf(input.firstName),
    lastName: nameOf(input.lastName),
    company: textOf(input.company),
    phone: await phoneOf(context, input.phone, serviceCentreId),
    email: emailOf(input.email),
    ...addressOf(input.address),
    dateOfBirth: birthdayOf(input.dateOfBirth, context.kernel.clock.now()),
    language: canonicalLocale(input.language),
    notes: textOf(input.notes),
    taxNumber: textOf(input.taxNumber),
  };
}

/** Names are never null: the order by name needs something to compare. */
export const nameOf = (value: Given): string | undefined =>
  value === undefined ? undefined : (value ?? '').trim();

function addressOf(input: AddressInput | null | undefined): Partial<Address> {
  if (input === undefined) return {};
  return {
    street: textOf(input?.street) ?? null,
    city: textOf(input?.city) ?? null,
    region: textOf(input?.region) ?? null,
    postalCode: textOf(input?.postalCode) ?? null,
    country: input?.country ?? null,
  };
}

function birthdayOf(day: Given, now: Date): Given {
  if (day && (day < EARLIEST_BIRTH || day > now.toISOString().slice(0, 10)))
    throw badField('input.dateOfBirth', 'DATE_OF_BIRTH', 'A date of birth is in the past, and after 1900.');
  return day;
}
