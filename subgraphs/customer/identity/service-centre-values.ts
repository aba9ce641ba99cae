import { type AddressInput, addressColumns } from '../../../shared/address';
import { phoneColumn } from '../../../shared/phone';
import type { ServiceCentre } from './service-centre.entity';

interface Given {
  name?: string;
  code?: string;
  address?: AddressInput | null;
  phone?: string | null;
  email?: string | null;
  timeZone?: string;
}

/** Input as the columns hold it. `country` is where the centre is, or will be unless the address says otherwise. */
export function serviceCentreColumns(given: Given, country: string, path: string): Partial<ServiceCentre> {
  const { address, phone, code, email } = given;
  const located = address?.country ?? country;
  return defined({
    name: given.name?.trim(),
    timeZone: given.timeZone,
    code: code?.toUpperCase(),
    email: email?.toLowerCase() ?? email,
    phone: phoneColumn(phone, located, `${path}.phone`),
    ...(address === undefined ? {} : { ...addressColumns(address), country: located }),
  });
}

/** Without what was not given, so that a default before it stands. */
const defined = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
