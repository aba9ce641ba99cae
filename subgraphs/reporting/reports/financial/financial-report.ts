import { sql } from '../../../../shared/database/sql';
import { Money } from '../../../../shared/money';
import type { Context } from '../../../../shared/subgraph/context';
import { chart, labelsOf, mainUnits, moneyIn } from '../../charts/chart';
import { readFigures } from '../../figures/read-figures';
import { type Sums, share } from '../../figures/sums';
import { ofCentres } from '../../scope/centres';
import { MOST_ROWS, type Reported, todayOf } from '../report.args';
import { REVENUE_FIGURES, revenueOf } from '../revenue';
import {
  type InvoiceSummary,
  type Margin,
  type MarginAnalysis,
  type PaymentMethodFigures,
  type PaymentProgress,
  type ProfitAndLoss,
  RevenueLineType,
  type RevenueOfCentre,
  type RevenueOfType,
} from './financial-report.type';

export async function byServiceCentre(
  context: Context,
  { scope, days }: Reported,
): Promise<RevenueOfCentre[]> {
  const sums = await readFigures(context, { scope, days, names: REVENUE_FIGURES, by: { centre: true } });
  return scope.centres.map(({ id }) => ({
    serviceCentre: { id },
    amounts: revenueOf(sums, { centreId: id }),
  }));
}

const LINES = ['INVOICED_LINES', 'CREDITED_LINES'] as const;

export async function byServiceType(context: Context, { scope, days }: Reported): Promise<RevenueOfType[]> {
  const sums = await readFigures(context, { scope, days, names: LINES, by: { dim: true } });
  const rows = sums.dims(...LINES).flatMap((dim) =>
    sums.currencies(...LINES).flatMap((currency): RevenueOfType[] => {
      const match = { dim, currency };
      if (sums.of('INVOICED_LINES', match).length + sums.of('CREDITED_LINES', match).length === 0) return [];
      const [type, serviceItemId] = dim.split(':') as [RevenueLineType, string];
      const [invoiced, credited] = LINES.map((figure) => sums.money(figure, currency, { dim })) as [
        Money,
        Money,
      ];
      return [
        {
          type,
          serviceItem: serviceItemId ? { id: serviceItemId } : null,
          lines: sums.count('INVOICED_LINES', match),
          invoiced,
          credited,
          revenue: invoiced.minus(credited),
        },
      ];
    }),
  );
  return rows.sort((a, b) => b.revenue.minorUnits - a.revenue.minorUnits).slice(0, MOST_ROWS);
}

export async function paymentMethods(
  context: Context,
  { scope, days }: Reported,
): Promise<PaymentMethodFigures[]> {
  const names = ['PAID', 'REFUNDED'] as const;
  const sums = await readFigures(context, { scope, days, names, by: { dim: true } });
  return sums.dims(...names).flatMap((method) =>
    sums.currencies(...names).flatMap((currency): PaymentMethodFigures[] => {
      const match = { dim: method, currency };
      const [payments, refunds] = [sums.count('PAID', match), sums.count('REFUNDED', match)];
      if (payments + refunds === 0) return [];
      const [paid, refunded] = [sums.money('PAID', currency, match), sums.money('REFUNDED', currency, match)];
      return [{ method, payments, refunds, paid, refunded, kept: paid.minus(refunded) }];
    }),
  );
}

const MARGIN_FIGURES = ['INVOICED_NET', 'CREDITED_NET', 'PARTS_COST'] as const;

/** Revenue in one currency and cost in another stand in two rows. */
const margins = (sums: Sums, match: { centreId?: string } = {}): Margin[] =>
  sums.currencies(...MARGIN_FIGURES).map((currency) => {
    const money = (figure: (typeof MARGIN_FIGURES)[number]) => sums.money(figure, currency, match);
    const revenue = money('INVOICED_NET').minus(money('CREDITED_NET'));
    const partsCost = money('PARTS_COST');
    const margin = revenue.minus(partsCost);
    const marginRate = share(margin.minorUnits, revenue.minorUnits);
    return { currency, revenue, partsCost, margin, marginRate };
  });

export async function margin(context: Context, { scope, days }: Reported): Promise<MarginAnalysis> {
  const sums = await readFigures(context, { scope, days, names: MARGIN_FIGURES, by: { centre: true } });
  return {
    total: margins(sums),
    byServiceCentre: scope.centres.map(({ id }) => ({
      serviceCentre: { id },
      margins: margins(sums, { centreId: id }),
    })),
  };
}

export async function profitAndLoss(context: Context, reported: Reported): Promise<ProfitAndLoss> {
  const { scope, days, interval } = reported;
  const [lines, sums] = await Promise.all([
    readFigures(context, { scope, days, names: LINES, by: { dim: true } }),
    readFigures(context, { scope, days, names: MARGIN_FIGURES, by: { interval } }),
  ]);
  const labels = labelsOf(interval, days);
  const ofType = (figure: (typeof LINES)[number], type: RevenueLineType, currency: string) =>
    lines.sumOf(figure, currency, ({ dim }) => dim.startsWith(`${type}:`));
  return {
    ...days,
    amounts: margins(sums).map(({ currency, revenue, partsCost, margin: grossProfit }) => ({
      currency,
      income: Object.values(RevenueLineType).map((type) => ({
        type,
        revenue: ofType('INVOICED_LINES', type, currency).minus(ofType('CREDITED_LINES', type, currency)),
      })),
      revenue,
      partsCost,
      grossProfit,
    })),
    chart: chart('profitAndLoss', labels, [
      ...moneyIn('revenue', sums, labels, 'INVOICED_NET', 'CREDITED_NET'),
      ...sums.currencies('PARTS_COST').map((currency) => ({
        name: 'partsCost',
        currency,
        values: labels.map((start) => mainUnits(sums.amount('PARTS_COST', { start, currency }), currency)),
      })),
    ]),
  };
}

interface OpenRow {
  currency: string;
  open: number;
  overdue: number;
  balanceMinor: string;
}

export async function invoiceSummary(context: Context, reported: Reported): Promise<InvoiceSummary> {
  const { scope, days } = reported;
  const [sums, unpaid] = await Promise.all([
    readFigures(context, { scope, days, names: REVENUE_FIGURES }),
    unpaidInvoices(context, reported),
  ]);
  return { ...days, amounts: revenueOf(sums), progress: progressOf(sums, unpaid) };
}

/** What is settled is what was issued and is not unpaid: years of settled invoices need not be read. */
function progressOf(sums: Sums, unpaid: readonly OpenRow[]): PaymentProgress[] {
  return sums.currencies('INVOICED').map((currency) => {
    const row = unpaid.find((each) => each.currency === currency);
    const { open = 0, overdue = 0, balanceMinor = '0' } = row ?? {};
    const settled = sums.count('INVOICED', { currency }) - open - overdue;
    return { currency, settled, open, overdue, balance: new Money(Number(balanceMinor), currency) };
  });
}

const unpaidInvoices = (context: Context, { scope, days }: Reported): Promise<OpenRow[]> =>
  context.reader.query<OpenRow>(sql`
    select i.currency, count(*) filter (where i.due_on >= ${todayOf(context, scope)}::date) as open,
      count(*) filter (where i.due_on < ${todayOf(context, scope)}::date) as overdue,
      sum(i.balance_minor)::text as "balanceMinor"
    from billing.report_invoice i
    where i.status = 'ISSUED' and i.balance_minor > 0 and i.issued_on between ${days.from} and ${days.to}
      and ${ofCentres(scope, sql`i.service_centre_id`)}
    group by i.currency`);
