import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import { Money } from '../../../shared/money';
import type { Context } from '../../../shared/subgraph/context';
import { sellerOf } from '../documents/parties';
import type { Invoice } from '../invoices/invoice.entity';
import { InvoiceStatus } from '../invoices/invoice.lifecycle';
import { invoicesFor } from '../invoices/invoice.loader';
import { houseOf } from '../peers';
import { settingsOf } from '../tax/billing-settings.loader';
import { Payment } from './payment.entity';
import type { RecordPaymentInput, TakenMoney } from './payment.input';
import { payments } from './payment.loader';
import type { Parties } from './receipts/write-receipt';
import { nothingYet, receive } from './receive';
import { chooseShares, lockInvoices } from './shares';

const payable = invoicesFor('payments:create');

export async function recordPayment(context: Context, input: RecordPaymentInput): Promise<Payment> {
  const amount = positive(input);
  const first = await firstInvoice(context, input);
  const parties = await partiesOf(context, first);
  const { id } = await context.once(
    { operation: 'recordPayment', key: input.idempotencyKey, input },
    async (tx) => {
      const { customerId, serviceCentreId } = first;
      const found = await lockInvoices(
        tx,
        payable,
        input.invoices.map(({ invoiceId }) => invoiceId),
      );
      const shares = chooseShares(found, {
        customerId,
        serviceCentreId,
        amount,
        invoices: input.invoices,
        idPath: (index) => `input.invoices.${index}.invoiceId`,
      });
      const given = shares.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
      if (given < amount.minorUnits && !input.keepRest)
        throw badField(
          'input.amount',
          'ABOVE_BALANCE',
          'That is more than is left to pay; say what becomes of the rest.',
        );
      const pending = await insertPayment(tx, input, amount, { customerId, serviceCentreId, deposit: false });
      return { id: (await receive(tx, pending, shares, parties)).id };
    },
  );
  return context.loadOrFail(payments, id);
}

/** Of whom and where the money is taken. */
async function firstInvoice(context: Context, { invoices: [first] }: RecordPaymentInput): Promise<Invoice> {
  const path = 'input.invoices.0.invoiceId';
  const invoice = await context.load(payable, first!.invoiceId);
  if (!invoice) throw badField(path, 'UNKNOWN', 'There is no such invoice.');
  if (invoice.status !== InvoiceStatus.ISSUED)
    throw badField(path, 'NOT_ISSUED', `An invoice that is ${invoice.status} cannot be paid.`);
  return invoice;
}

/** The payer as the invoice states them: who was erased since can still pay. */
export async function partiesOf(context: Context, invoice: Invoice): Promise<Parties> {
  const [house, settings] = await Promise.all([
    houseOf(context, invoice.serviceCentreId, 'input.invoices.0.invoiceId'),
    settingsOf(context),
  ]);
  return { house, seller: sellerOf(house, settings), buyer: invoice.buyer! };
}

export function positive({ amount }: TakenMoney): Money {
  const money = Money.from(amount, 'input.amount');
  if (money.minorUnits <= 0) throw badField('input.amount', 'NOT_POSITIVE', 'An amount is above zero.');
  return money;
}

export function insertPayment(
  tx: Transaction,
  { method, reference, notes }: TakenMoney,
  { minorUnits, currency }: Money,
  whose: Pick<Payment, 'customerId' | 'serviceCentreId' | 'deposit'>,
): Promise<Payment> {
  return tx.insert(Payment, {
    ...nothingYet,
    ...whose,
    recordedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
    method,
    currency,
    amountMinor: minorUnits,
    reference: reference?.trim() || null,
    notes: notes?.trim() || null,
  });
}
