import { badField } from '../../../shared/errors';
import { Money, type MoneyInput } from '../../../shared/money';
import { given } from '../given';
import { barcodeKey } from './barcode';
import type { Part } from './part.entity';
import type { CreatePartInput, UpdatePartInput } from './part.input';
import { countOf, quantityOf } from './quantity';
import type { PartUnit } from './unit';

type Said = Omit<
  CreatePartInput & UpdatePartInput,
  'idempotencyKey' | 'expectedVersion' | 'fitments' | 'unit'
>;

/** What an input says, as the columns hold it; of what it leaves out nothing. */
export function partColumns(input: Partial<Said>, unit: PartUnit): Partial<Part> {
  const { sku, name, description, barcode, category, brand, taxCategory } = input;
  return {
    sku: given(sku, skuOf),
    name: given(name, trimmed),
    description: given(description, (text) => text.trim() || null),
    barcode: given(barcode, trimmed),
    barcodeKey: given(barcode, barcodeKey),
    category,
    brand: given(brand, trimmed),
    brandKey: given(brand, (text) => text.trim().toLowerCase()),
    taxCategory,
    ...priceColumns(input.price),
    ...depositColumns(input.coreDeposit),
    reorderPoint: given(input.reorderPoint, (text) => countOf(text, unit, 'input.reorderPoint').toFixed()),
    reorderQuantity: given(input.reorderQuantity, (text) =>
      quantityOf(text, unit, 'input.reorderQuantity').toFixed(),
    ),
  } as Partial<Part>;
}

const trimmed = (text: string): string => text.trim();

/** As people type it: in capitals, one space where they typed several. */
export const skuOf = (text: string): string => text.trim().replace(/\s+/g, ' ').toUpperCase();

function priceColumns(price: MoneyInput | null | undefined): Partial<Part> {
  if (price === undefined) return {};
  if (price === null) return { priceMinor: null, priceCurrency: null };
  const { minorUnits, currency } = Money.from(price, 'input.price');
  if (minorUnits < 0) throw badField('input.price.amount', 'MIN', 'A price is not below zero.');
  return { priceMinor: minorUnits, priceCurrency: currency };
}

function depositColumns(deposit: MoneyInput | null | undefined): Partial<Part> {
  if (deposit === undefined) return {};
  if (deposit === null) return { coreDepositMinor: null, coreDepositCurrency: null };
  const { minorUnits, currency } = Money.from(deposit, 'input.coreDeposit');
  if (minorUnits <= 0) throw badField('input.coreDeposit.amount', 'MIN', 'A deposit is more than nothing.');
  return { coreDepositMinor: minorUnits, coreDepositCurrency: currency };
}
