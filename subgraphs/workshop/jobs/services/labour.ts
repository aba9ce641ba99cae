import { badField } from '../../../../shared/errors';
import { Money, type MoneyInput } from '../../../../shared/money';
import type { Context } from '../../../../shared/subgraph/context';
import type { ServiceItem } from '../../catalogue/service-item.entity';
import { serviceItems } from '../../catalogue/service-item.loader';
import { hoursOfMinutes, plain } from '../../decimal';
import { organisationSettings } from '../../peers';
import type { LabourInput } from './labour.input';
import { demandPayable, LabourPricing, type Priced } from './labour-pricing';

/** A piece of work as it is stored: with a copy of what the catalogue said, which may say something else later. */
export interface Labour extends Priced {
  serviceItemId: string | null;
  name: string;
  description: string | null;
  taxCategory: string | null;
}

export interface Place {
  serviceCentreId: string;
  /** Of the organisation: what is on one job is billed together. */
  currency: string;
}

export const currencyFor = async (context: Context): Promise<string> =>
  (await organisationSettings(context)).currency;

export async function labourOf(
  context: Context,
  input: LabourInput,
  path: string,
  { serviceCentreId, currency }: Place,
): Promise<Labour> {
  const item = input.serviceItemId
    ? await offered(context, input.serviceItemId, serviceCentreId, `${path}.serviceItemId`)
    : null;
  const name = input.name?.trim() ?? item?.name;
  if (!name) throw badField(`${path}.name`, 'REQUIRED', 'Say what it is, or which service item.');
  const labour = {
    serviceItemId: item?.id ?? null,
    name,
    description: input.description?.trim() ?? item?.description ?? null,
    quantity: plain(input.quantity),
    labourHours: input.labourHours ? plain(input.labourHours) : item && hoursOfMinutes(item.labourMinutes),
    pricing: input.pricing,
    taxCategory: input.taxCategory?.trim() ?? item?.taxCategory ?? null,
    ...priceOf(input, item, `${path}.unitPrice`, currency),
  };
  demandPriced(labour, path);
  return labour;
}

/** Hours are what an hourly price is multiplied with. */
export function demandPriced(labour: Priced, path: string): void {
  if (labour.pricing === LabourPricing.HOURLY && labour.labourHours === null)
    throw badField(`${path}.labourHours`, 'REQUIRED', 'A price by the hour needs the hours.');
  demandPayable(labour, path);
}

type PriceColumns = Pick<Priced, 'priceMinor' | 'priceCurrency'>;

export function priceColumns(
  price: MoneyInput | null | undefined,
  path: string,
  currency: string,
): PriceColumns {
  if (!price) return { priceMinor: null, priceCurrency: null };
  const money = Money.from(price, path);
  if (money.minorUnits < 0) throw badField(`${path}.amount`, 'MIN', 'A price is not below zero.');
  demandCurrency(money, path, currency);
  return { priceMinor: money.minorUnits, priceCurrency: money.currency };
}

export function demandCurrency(money: Money, path: string, currency: string): void {
  if (money.currency !== currency)
    throw badField(`${path}.currency`, 'OTHER_CURRENCY', `Prices of jobs are in ${currency}.`);
}

/** The catalogue has prices of a piece, and none of an hour. */
function priceOf(
  { unitPrice, pricing }: LabourInput,
  item: ServiceItem | null,
  path: string,
  currency: string,
): PriceColumns {
  if (unitPrice || !item || pricing === LabourPricing.HOURLY) return priceColumns(unitPrice, path, currency);
  const { priceMinor, priceCurrency } = item;
  const listed = Money.ofColumns(priceMinor, priceCurrency);
  if (listed) demandCurrency(listed, path, currency);
  return { priceMinor, priceCurrency };
}

async function offered(
  context: Context,
  id: string,
  serviceCentreId: string,
  path: string,
): Promise<ServiceItem> {
  const item = await context.load(serviceItems, id);
  if (!item) throw badField(path, 'UNKNOWN', 'There is no such service item.');
  const { active, serviceCentreIds } = item;
  if (!active || (serviceCentreIds.length && !serviceCentreIds.includes(serviceCentreId)))
    throw badField(path, 'NOT_OFFERED', 'The service centre of the job does not offer it.');
  return item;
}
