import { plannedOnce, sql } from '../../../../shared/database/sql';
import { Money } from '../../../../shared/money';
import type { Context } from '../../../../shared/subgraph/context';
import { chart, labelsOf, moneyIn } from '../../charts/chart';
import { readFigures } from '../../figures/read-figures';
import { share } from '../../figures/sums';
import { ofCentres } from '../../scope/centres';
import { onDays } from '../../scope/on-days';
import { customerWorth, isLate } from '../../worth/customer-worth';
import { keepWorth } from '../../worth/keep-worth.task';
import { type Reported, todayOf } from '../report.args';
import { REVENUE_FIGURES, revenueOf } from '../revenue';
import type {
  LeadSourceFigures,
  LifetimeValue,
  MeanCustomerValue,
  QuotationOutcomes,
  SalesSummary,
} from './sales-report.type';

const MOST_CUSTOMERS = 50;

export async function summary(context: Context, { scope, days, interval }: Reported): Promise<SalesSummary> {
  const sums = await readFigures(context, { scope, days, names: REVENUE_FIGURES, by: { interval } });
  const labels = labelsOf(interval, days);
  return {
    amounts: revenueOf(sums),
    chart: chart('sales', labels, moneyIn('revenue', sums, labels, 'INVOICED_NET', 'CREDITED_NET')),
  };
}

interface Quoted {
  currency: string;
  created: number;
  sent: number;
  accepted: number;
  rejected: number;
  expired: number;
  converted: number;
  quotedMinor: string;
  acceptedMinor: string;
}

/** Of the quotations of the days, by the calendar of their own service centre. */
export async function quotationConversion(context: Context, reported: Reported): Promise<QuotationOutcomes> {
  const { scope, days } = reported;
  const rows = await context.reader.query<Quoted>(sql`
    select q.currency, count(*) as created, count(q.sent_at) as sent,
      count(*) filter (where q.status = 'ACCEPTED') as accepted,
      count(*) filter (where q.status = 'REJECTED') as rejected,
      count(*) filter (where q.status not in ('ACCEPTED','REJECTED')
        and q.valid_until < ${todayOf(context, scope)}::date) as expired,
      count(q.converted_at) as converted, sum(q.total_minor)::text as "quotedMinor",
      coalesce(sum(q.total_minor) filter (where q.status = 'ACCEPTED'), 0)::text as "acceptedMinor"
    from billing.report_quotation q where ${onDays(scope, days, sql`q.service_centre_id`, sql`q.created_at`)}
    group by q.currency order by q.currency`);
  const all = (key: 'created' | 'sent' | 'accepted' | 'rejected' | 'expired' | 'converted') =>
    rows.reduce((sum, row) => sum + row[key], 0);
  return {
    created: all('created'),
    sent: all('sent'),
    accepted: all('accepted'),
    rejected: all('rejected'),
    expired: all('expired'),
    converted: all('converted'),
    acceptanceRate: share(all('accepted'), all('created')),
    conversionRate: share(all('converted'), all('created')),
    amounts: rows.map(({ currency, quotedMinor, acceptedMinor }) => ({
      currency,
      quoted: new Money(Number(quotedMinor), currency),
      accepted: new Money(Number(acceptedMinor), currency),
    })),
  };
}

export async function leadSources(context: Context, { scope, days }: Reported): Promise<LeadSourceFigures[]> {
  const names = ['LEADS_CREATED', 'LEADS_CONVERTED'] as const;
  const sums = await readFigures(context, { scope, days, names, by: { dim: true } });
  return sums.dims(...names).map((source) => {
    const [created, converted] = [
      sums.count('LEADS_CREATED', { dim: source }),
      sums.count('LEADS_CONVERTED', { dim: source }),
    ];
    return { source, created, converted, conversionRate: share(converted, created) };
  });
}

interface ValueRow {
  /** Whether more than a few days had to be added up; and no customer at all, where there is none. */
  late: boolean;
  customerId: string | null;
  currency: string;
  invoices: number;
  minor: string;
  firstInvoicedOn: string;
  lastInvoicedOn: string;
  customers: number;
  allMinor: string;
}

/** What customers brought by invoices of the service centres in scope, less their credit notes, up to the last day. */
export async function lifetimeValue(
  context: Context,
  { scope, days }: Reported,
  most = MOST_CUSTOMERS,
): Promise<LifetimeValue> {
  // To plan it takes as long as to answer it, and the plan is the same for all days.
  const statement = plannedOnce(sql`
    with ${customerWorth(scope, days.to, most)}
    select ${isLate(context.kernel.clock.now())} as late, b.customer_id as "customerId", m.currency, b.invoices,
      b.minor::text as minor, b.first_on as "firstInvoicedOn", l.last_on as "lastInvoicedOn", m.customers,
      m.all_minor::text as "allMinor"
    from kept k left join (mean m join best b on b.currency = m.currency) on true left join lateral (
      select max(i.issued_on) as last_on from billing.report_invoice i
      where i.customer_id = b.customer_id and i.currency = b.currency and i.status = 'ISSUED'
        and i.issued_on <= ${days.to} and ${ofCentres(scope, sql`i.service_centre_id`)}) l on true
    order by m.currency, b.minor desc, b.customer_id`);
  const found = await context.reader.query<ValueRow>(statement);
  if (found.some(({ late }) => late)) await keepWorth(context, scope);
  const rows = found.filter((row): row is ValueRow & { customerId: string } => row.customerId !== null);
  const means = new Map<string, MeanCustomerValue>();
  for (const { currency, customers, allMinor } of rows) {
    const revenue = new Money(Number(allMinor), currency);
    means.set(currency, { customers, revenue, mean: revenue.times('1', String(customers)) });
  }
  return {
    means: [...means.values()],
    customers: rows.map(({ customerId, currency, invoices, minor, firstInvoicedOn, lastInvoicedOn }) => ({
      customer: { id: customerId },
      invoices,
      revenue: new Money(Number(minor), currency),
      firstInvoicedOn,
      lastInvoicedOn,
    })),
  };
}
