import { sql } from '../../../../shared/database/sql';
import { Money } from '../../../../shared/money';
import type { Context } from '../../../../shared/subgraph/context';
import { type CentreScope, ofCentres } from '../../scope/centres';
import { todayOf } from '../report.args';
import { OutstandingAge, type OutstandingAmounts, type OutstandingReport } from './outstanding.type';

const MOST_INVOICES = 100;

/** How many days overdue the second age begins, and each after it. */
const AGES_FROM = [1, 31, 61, 91];

interface AgeRow {
  currency: string;
  /** Its place among the ages. */
  age: number;
  invoices: number;
  minor: string;
}

interface InvoiceRow {
  id: string;
  customerId: string;
  serviceCentreId: string;
  number: string;
  dueOn: string;
  daysOverdue: number;
  currency: string;
  balanceMinor: number;
}

export async function outstanding(
  context: Context,
  scope: CentreScope,
  most = MOST_INVOICES,
): Promise<OutstandingReport> {
  const today = todayOf(context, scope);
  const open = sql`i.status = 'ISSUED' and i.balance_minor > 0 and ${ofCentres(scope, sql`i.service_centre_id`)}`;
  const late = sql`greatest(${today}::date - i.due_on, 0)`;
  const [ages, invoices] = await Promise.all([
    context.reader.query<AgeRow>(sql`
      select i.currency, coalesce(width_bucket(${today}::date - i.due_on, ${AGES_FROM}::integer[]), 0) as age,
        count(*) as invoices, sum(i.balance_minor)::text as minor
      from billing.report_invoice i where ${open} group by 1, 2 order by 1`),
    context.reader.query<InvoiceRow>(sql`
      select i.id, i.customer_id as "customerId", i.service_centre_id as "serviceCentreId", i.number,
        i.due_on as "dueOn", ${late} as "daysOverdue", i.currency, i.balance_minor as "balanceMinor"
      from billing.report_invoice i where ${open} order by i.due_on, i.id limit ${most}`),
  ]);
  return {
    amounts: [...new Set(ages.map(({ currency }) => currency))].map((currency) =>
      amountsIn(
        currency,
        ages.filter((row) => row.currency === currency),
      ),
    ),
    invoices: invoices.map(({ id, customerId, serviceCentreId, currency, balanceMinor, ...row }) => ({
      ...row,
      invoice: { id },
      customer: { id: customerId },
      serviceCentre: { id: serviceCentreId },
      balance: new Money(balanceMinor, currency),
    })),
  };
}

function amountsIn(currency: string, rows: readonly AgeRow[]): OutstandingAmounts {
  const ages = Object.values(OutstandingAge).map((age, n) => {
    const row = rows.find((each) => each.age === n);
    return { age, invoices: row?.invoices ?? 0, amount: new Money(Number(row?.minor ?? 0), currency) };
  });
  const all = ages.reduce((sum, { amount }) => sum.plus(amount), Money.zero(currency));
  const notDue = ages.find(({ age }) => age === OutstandingAge.NOT_DUE)!.amount;
  return {
    currency,
    invoices: ages.reduce((sum, { invoices }) => sum + invoices, 0),
    outstanding: all,
    overdue: all.minus(notDue),
    ages,
  };
}
