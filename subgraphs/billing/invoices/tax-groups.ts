import type { Transaction } from '../../../shared/database/transaction';
import { taxTotals } from '../documents/tax-totals';
import type { InvoiceLine } from './invoice-line.entity';
import { InvoiceTaxGroup } from './invoice-tax-group.entity';

/** Of each category and rate nothing is credited yet. */
export async function openTaxGroups(
  tx: Transaction,
  invoiceId: string,
  lines: readonly InvoiceLine[],
): Promise<void> {
  for (const { taxCategory, taxPercent, netMinor, taxMinor } of taxTotals(lines))
    await tx.insert(InvoiceTaxGroup, {
      invoiceId,
      taxCategory,
      taxPercent,
      netMinor,
      taxMinor,
      creditedNetMinor: 0,
      creditedTaxMinor: 0,
    });
}
