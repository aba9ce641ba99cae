import { badField } from '../../../shared/errors';
import { TaxCategory } from '../tax/tax-category';
import type { DocumentLine } from './document-line.entity';
import type { DocumentBuyer, DocumentSeller } from './parties.type';

/** Who owes the tax instead of the seller has to be known to the tax office, and so has the seller. */
export function requireTaxIdentities(
  lines: readonly DocumentLine[],
  seller: DocumentSeller,
  buyer: DocumentBuyer,
): void {
  const index = lines.findIndex((line) => line.taxCategory === TaxCategory.REVERSE_CHARGE);
  if (index < 0) return;
  const path = `lines.${index}.taxCategory`;
  if (!buyer.taxNumber)
    throw badField(path, 'BUYER_TAX_NUMBER', 'Reverse charge needs the customer’s tax number.');
  if (!seller.taxNumber)
    throw badField(path, 'SELLER_TAX_NUMBER', 'Reverse charge needs the tax number of the billing settings.');
}
