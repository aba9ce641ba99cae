import { Money } from '../../../shared/money';
import { grossOf, groupKey, type Terms } from '../documents/arithmetic';
import type { DocumentLine } from '../documents/document-line.entity';
import type { InvoiceTaxGroup } from '../invoices/invoice-tax-group.entity';
import { type Credited, creditPool, type Pool } from './credit-arithmetic';
import type { CreditNoteLine } from './credit-note-line.entity';
import type { CreditableLine, WantedCredit } from './wanted-credit';

type CreditTerms = Pick<Terms, 'currency' | 'pricesIncludeTax' | 'taxPerLine'>;

export type NewCreditLine = Omit<
  CreditNoteLine,
  'organisationId' | 'id' | 'version' | 'createdAt' | 'updatedAt' | 'creditNoteId'
>;

/** Net and tax of what is wanted, in the same order. */
export function creditedAmounts(
  terms: CreditTerms,
  wanted: readonly WantedCredit[],
  groups: readonly InvoiceTaxGroup[],
): Credited[] {
  const credited: Credited[] = [];
  for (const { pool, members } of poolsOf(terms, wanted, groups)) {
    const amounts = members.map((n) => wanted[n]!.amountMinor);
    creditPool(terms, pool, amounts).forEach((part, k) => {
      credited[members[k]!] = part;
    });
  }
  return credited;
}

function poolsOf(
  { taxPerLine }: CreditTerms,
  wanted: readonly WantedCredit[],
  groups: readonly InvoiceTaxGroup[],
): { pool: Pool; members: number[] }[] {
  if (taxPerLine) return wanted.map((one, n) => ({ pool: lineLeft(one), members: [n] }));
  return groups.map((group) => ({
    pool: groupLeft(group),
    members: wanted.flatMap(({ line }, n) => (groupKey(line) === groupKey(group) ? [n] : [])),
  }));
}

const lineLeft = ({ line, before }: CreditableLine): Pool => ({
  taxPercent: line.taxPercent,
  leftNetMinor: before.reduce((left, { netMinor }) => left - netMinor, line.netMinor),
  leftTaxMinor: before.reduce((left, { taxMinor }) => left - taxMinor, line.taxMinor),
});

const groupLeft = (group: InvoiceTaxGroup): Pool => ({
  taxPercent: group.taxPercent,
  leftNetMinor: group.netMinor - group.creditedNetMinor,
  leftTaxMinor: group.taxMinor - group.creditedTaxMinor,
});

export function creditLine(
  { line, amountMinor, quantity }: WantedCredit,
  credited: Credited,
  position: number,
): NewCreditLine {
  const { type, code, description, currency, taxRateId, taxCategory, taxPercent, taxReason } = line;
  return {
    position,
    type,
    code,
    description,
    currency,
    taxRateId,
    taxCategory,
    taxPercent,
    taxReason,
    serviceItemId: line.serviceItemId,
    partId: line.partId,
    invoiceLineId: line.id,
    creditedQuantity: quantity,
    ...pricedAs(line, amountMinor, quantity),
    amountMinor,
    shareMinor: 0,
    ...credited,
  };
}

/** Quantity times price less what the invoice took off; an amount is one at that price. */
function pricedAs(
  line: DocumentLine,
  amountMinor: number,
  quantity: string | null,
): Pick<NewCreditLine, 'quantity' | 'unitPriceMinor' | 'discountPercent' | 'discountMinor'> {
  const gross = quantity ? grossOf({ ...line, quantity }, line.currency) : Money.zero(line.currency);
  const off = gross.minorUnits - amountMinor;
  if (!quantity || off < 0)
    return { quantity: '1', unitPriceMinor: amountMinor, discountPercent: null, discountMinor: null };
  return { quantity, unitPriceMinor: line.unitPriceMinor, discountPercent: null, discountMinor: off || null };
}
