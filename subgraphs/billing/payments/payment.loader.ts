import {
  everyone,
  inCentres,
  type Readable,
  readable,
  type Viewer,
  visibleTo,
} from '../../../shared/database/readable';
import { raw, type Sql, sql } from '../../../shared/database/sql';
import { Payment } from './payment.entity';
import { PaymentAllocation } from './payment-allocation.entity';
import { Refund } from './refunds/refund.entity';

/**
 * Staff see the payments of their service centres, technicians those that they took, customers their own. `payment` is
 * the alias of the payments or the receipts.
 */
export function visiblePayment({ identity, reach }: Viewer, payment = raw('t')): Sql {
  if (reach === 'all') return inCentres({ identity, reach }, sql`${payment}.service_centre_id`);
  if (identity.link) return sql`false`;
  return identity.customerId
    ? sql`${payment}.customer_id = ${identity.customerId}`
    : sql`${payment}.recorded_by_id = ${identity.actorId}`;
}

export const payments = readable({
  entity: Payment,
  permission: 'payments:read',
  called: 'Payment',
  visible: (viewer) => visiblePayment(viewer),
});

/** The payments that they may see and that this permission of theirs reaches. */
export const paymentsFor = (permission: string): Readable<Payment> =>
  readable({
    ...payments,
    permission,
    visible: (viewer) => sql`(${visibleTo(payments, viewer.identity)}) and (${visiblePayment(viewer)})`,
  });

/** For what is chosen otherwise: what a customer has in balance. */
export const everyPayment: Readable<Payment> = { ...payments, permission: null, visible: everyone };

const withPayment = (viewer: Viewer): Sql => sql`exists (select from billing.payment p
  where p.organisation_id = t.organisation_id and p.id = t.payment_id and ${visiblePayment(viewer, raw('p'))})`;

export const allocations = readable({
  entity: PaymentAllocation,
  permission: 'payments:read',
  called: 'Allocation',
  visible: withPayment,
});

/** For the commands, which have locked the payment. */
export const everyAllocation: Readable<PaymentAllocation> = {
  ...allocations,
  permission: null,
  visible: everyone,
};

export const refunds = readable({
  entity: Refund,
  permission: 'payments:read',
  called: 'Refund',
  visible: withPayment,
});

/** For the commands, which have locked the payment. */
export const everyRefund: Readable<Refund> = { ...refunds, permission: null, visible: everyone };
