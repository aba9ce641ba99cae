import { type Sql, sql } from '../../../shared/database/sql';
import { ERASED_TEXT, type PersonalData, together } from '../../../shared/personal-data/personal-data';
import { exportedRecords, personalRecords } from '../../../shared/personal-data/personal-records';
import { redactAudit } from '../../../shared/personal-data/redact';
import { KEPT_BY_LAW } from '../invoices/invoices.personal-data';
import { Payment } from './payment.entity';
import { payments, refunds } from './payment.loader';
import { Receipt } from './receipts/receipt.entity';
import { receipts } from './receipts/receipt.loader';

const MONEY_STAYS = 'The law asks that what was paid is kept; the words about it are gone.';
const theirs = (customerId: string): Sql => sql`t.customer_id = ${customerId}`;

const paid: PersonalData = {
  ...exportedRecords({ section: 'payments', table: 'billing.payment', type: payments, of: theirs }),
  async erase(tx, customerId) {
    const ids = await tx.erase(Payment, theirs(customerId), { reference: null, notes: null });
    await tx.erase(Payment, sql`${theirs(customerId)} and t.void_reason is not null`, {
      voidReason: ERASED_TEXT,
    });
    await redactAudit(tx, Payment.name, ids);
    return {
      erased: { payments: ids.length },
      kept: [{ what: 'payments', many: ids.length, why: MONEY_STAYS }],
    };
  },
};

const givenBack = personalRecords({
  section: 'refunds',
  table: 'billing.refund',
  type: refunds,
  of: (customerId) => sql`exists (select from billing.payment p
    where p.organisation_id = t.organisation_id and p.id = t.payment_id and p.customer_id = ${customerId})`,
  erased: () => ({ reason: ERASED_TEXT }),
  keptBecause: MONEY_STAYS,
});

/** Issued as they are written, they stay as they are; what the log repeats of them goes. */
const received: PersonalData = {
  ...exportedRecords({ section: 'receipts', table: 'billing.receipt', type: receipts, of: theirs }),
  async erase(tx, customerId) {
    const rows = await tx.query<{ id: string }>(
      sql`select t.id from billing.receipt t
          where t.organisation_id = ${tx.organisationId} and ${theirs(customerId)}`,
    );
    const ids = rows.map(({ id }) => id);
    await redactAudit(tx, Receipt.name, ids);
    return { erased: {}, kept: [{ what: 'receipts', many: ids.length, why: KEPT_BY_LAW }] };
  },
};

export const paymentsPersonalData = together(paid, givenBack, received);
