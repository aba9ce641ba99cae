import type { Money } from '../../../shared/money';
import type { DocumentSeller } from '../documents/parties.type';
import { ibanIn } from './iban';

/** What a banking app is told by a code that it scans; null where there is no standard for it. */
export function paymentCode(seller: DocumentSeller, amount: Money, number: string): string | null {
  if (amount.minorUnits <= 0) return null;
  const iban = ibanIn(seller.bankAccount);
  if (amount.currency === 'EUR' && iban) return creditTransfer(seller.name, iban, amount, number);
  if (amount.currency === 'INR' && seller.upiId) return upi(seller.name, seller.upiId, amount, number);
  return null;
}

const MOST_EURO_CENTS = 99_999_999_999;

/** EPC069-12, version 002: a SEPA credit transfer, in UTF-8. The bank is known by the account number. */
function creditTransfer(name: string, iban: string, amount: Money, number: string): string | null {
  if (amount.minorUnits > MOST_EURO_CENTS) return null;
  const [serviceTag, version, utf8, identification] = ['BCD', '002', '1', 'SCT'];
  const [bic, purpose, structuredReference] = ['', '', ''];
  return [
    serviceTag,
    version,
    utf8,
    identification,
    bic,
    oneLine(name, 70),
    iban,
    `EUR${amount.amount}`,
    purpose,
    structuredReference,
    oneLine(number, 140),
  ].join('\n');
}

/** The deep link of the NPCI's specification of UPI. */
function upi(name: string, address: string, { amount, currency }: Money, number: string): string {
  const parameters = {
    pa: address,
    pn: oneLine(name, 99),
    am: amount,
    cu: currency,
    tn: oneLine(number, 50),
  };
  const query = Object.entries(parameters).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `upi://pay?${query.join('&')}`;
}

const oneLine = (text: string, longest: number): string =>
  Array.from(text.replace(/\s+/g, ' ').trim()).slice(0, longest).join('');
