import { Money } from '../../../shared/money';
import type { Block } from '../../../shared/pdf/blocks';
import { fact, heading, small, space, text, together } from '../../../shared/pdf/design';
import { ibanIn, spacedIban } from './iban';
import { paymentCode } from './payment-code';
import type { Printable } from './printable';
import type { Reading } from './reading';

const QR_SIDE = 92;

/** How to pay what an invoice asks for; nothing on other documents, or where there is nothing to pay. */
export function paymentBlock({ kind, seller, totals, number, dueOn }: Printable, reading: Reading): Block[] {
  if (kind !== 'INVOICE' || totals.totalMinor <= 0) return [];
  const { said, money, day } = reading;
  const iban = ibanIn(seller.bankAccount);
  const terms = dueOn
    ? [text(fill(said.payUntil, { amount: money(totals.totalMinor), date: day(dueOn) })), space(5)]
    : [];
  const where = [
    ...fact(said.payTo, iban ? spacedIban(iban) : seller.bankAccount),
    ...fact('UPI', totals.currency === 'INR' ? seller.upiId : null),
  ];
  if (terms.length + where.length === 0) return [];
  const code = number && paymentCode(seller, new Money(totals.totalMinor, totals.currency), number);
  return [
    space(16),
    together({
      kind: 'columns',
      gap: 20,
      columns: [
        { width: { share: 1 }, blocks: [heading(said.payment), space(3), ...terms, ...where] },
        {
          width: { points: QR_SIDE },
          blocks: code
            ? [
                { kind: 'qr', data: code, side: QR_SIDE },
                space(2),
                small(said.scanToPay, { align: 'centre' }),
              ]
            : [],
        },
      ],
    }),
  ];
}

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
