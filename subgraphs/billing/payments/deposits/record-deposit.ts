import { centreOf } from '../../../../shared/access/centres';
import { badField } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { buyerOf, sellerOf } from '../../documents/parties';
import { houseOf, readSubject, requireCustomer } from '../../peers';
import { settingsOf } from '../../tax/billing-settings.loader';
import type { Payment } from '../payment.entity';
import { payments } from '../payment.loader';
import type { Parties } from '../receipts/write-receipt';
import { receive } from '../receive';
import { insertPayment, positive } from '../record-payment';
import type { RecordDepositInput } from './deposit.input';

export async function recordDeposit(context: Context, input: RecordDepositInput): Promise<Payment> {
  const { customerId } = input;
  const amount = positive(input);
  const serviceCentreId = centreOf(context.identity, input.serviceCentreId, 'input.serviceCentreId');
  if (!serviceCentreId)
    throw badField('input.serviceCentreId', 'REQUIRED', 'Say which service centre this is for.');
  const parties = await partiesOf(context, customerId, serviceCentreId);
  const { currency } = parties.house.organisation;
  if (amount.currency !== currency)
    throw badField('input.amount.currency', 'FOREIGN_CURRENCY', `Invoices are in ${currency}.`);
  const { id } = await context.once(
    { operation: 'recordDeposit', key: input.idempotencyKey, input },
    async (tx) => {
      const whose = { customerId, serviceCentreId, deposit: true };
      const pending = await insertPayment(tx, input, amount, whose);
      return { id: (await receive(tx, pending, [], parties)).id };
    },
  );
  return context.loadOrFail(payments, id);
}

async function partiesOf(context: Context, customerId: string, serviceCentreId: string): Promise<Parties> {
  const [house, settings] = await Promise.all([
    houseOf(context, serviceCentreId, 'input.serviceCentreId'),
    settingsOf(context),
    requireCustomer(context, customerId, 'input.customerId'),
  ]);
  const { customer } = await readSubject(context, { customerId, vehicleId: null });
  return { house, seller: sellerOf(house, settings), buyer: buyerOf(customer) };
}
