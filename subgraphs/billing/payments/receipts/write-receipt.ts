import type { Transaction } from '../../../../shared/database/transaction';
import { localDate } from '../../../../shared/time-zone';
import { documentNumber } from '../../documents/document-number';
import type { DocumentBuyer, DocumentSeller } from '../../documents/parties.type';
import type { House } from '../../peers';
import type { Share } from '../ledger';
import type { Payment } from '../payment.entity';
import { Receipt } from './receipt.entity';

/** Between whom money passes, as a receipt states it. */
export interface Parties {
  house: House;
  seller: DocumentSeller;
  buyer: DocumentBuyer;
}

/** Written with the payment, as the last thing: the series stays locked until COMMIT. */
export async function writeReceipt(
  tx: Transaction,
  payment: Payment,
  shares: readonly Share[],
  { house: { centre }, seller, buyer }: Parties,
): Promise<Receipt> {
  const { serviceCentreId, customerId, recordedById, method, currency, amountMinor, keptMinor } = payment;
  const sequence = await tx.nextNumber(serviceCentreId, 'receipt');
  return tx.insert(Receipt, {
    number: documentNumber('RC', centre.code, sequence),
    sequence,
    paymentId: payment.id,
    serviceCentreId,
    customerId,
    vehicleId: theOnly(shares.map(({ invoice }) => invoice.vehicleId)),
    recordedById,
    timeZone: centre.timeZone,
    method,
    currency,
    totalMinor: amountMinor,
    keptMinor,
    settled: shares.map(({ invoice, amountMinor }) => ({
      invoiceId: invoice.id,
      number: invoice.number!,
      amountMinor,
    })),
    issuedOn: localDate(centre.timeZone, tx.now.getTime()),
    seller,
    buyer,
  });
}

const theOnly = (ids: readonly (string | null)[]): string | null =>
  new Set(ids).size === 1 ? ids[0]! : null;
