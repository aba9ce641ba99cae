import { addressColumns } from '../../../../shared/address';
import { badField } from '../../../../shared/errors';
import { isCurrency } from '../../../../shared/money';
import { phoneColumn } from '../../../../shared/phone';
import type { Supplier } from './supplier.entity';
import type { UpdateSupplierInput } from './supplier.input';

type Facts = Omit<UpdateSupplierInput, 'expectedVersion' | 'archived'>;

/** What the input says, as the columns keep it; what it leaves out is undefined. `country`: where it is so far. */
export function supplierColumns(
  { name, email, phone, address, currency, contactName, accountNumber, notes, leadTimeDays }: Facts,
  country: string | null,
): Partial<Supplier> {
  const place = addressColumns(address);
  const dialledIn = address === undefined ? country : (place.country ?? null);
  return {
    ...place,
    name: name?.trim(),
    email: textOf(email?.toLowerCase() ?? email),
    phone: phoneColumn(phone, dialledIn ?? '', 'input.phone'),
    currency: currencyOf(currency),
    contactName: textOf(contactName),
    accountNumber: textOf(accountNumber),
    notes: textOf(notes),
    leadTimeDays,
  };
}

type Given = string | null | undefined;

/** Undefined leaves, null and blanks clear. */
const textOf = (value: Given): Given => (value === undefined ? undefined : value?.trim() || null);

function currencyOf(code: string | undefined): string | undefined {
  if (code !== undefined && !isCurrency(code))
    throw badField('input.currency', 'CURRENCY', 'A currency is an ISO 4217 code in capitals, such as EUR.');
  return code;
}
