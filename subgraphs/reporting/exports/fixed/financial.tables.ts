import {
  byServiceCentre,
  byServiceType,
  margin,
  paymentMethods,
} from '../../reports/financial/financial-report';
import { outstanding } from '../../reports/financial/outstanding';
import { FixedReport } from './fixed-report.enum';
import { REVENUE } from './revenue.columns';
import { day, fixed, MOST_EXPORTED, money, number, record, text } from './table';

export const financialTables = {
  [FixedReport.REVENUE_BY_SERVICE_CENTRE]: fixed(async (context, reported) =>
    (await byServiceCentre(context, reported)).flatMap(({ serviceCentre, amounts }) =>
      amounts.map((amount) => ({ serviceCentre, ...amount })),
    ),
  )([record('SERVICE_CENTRE', 'ServiceCentre', ({ serviceCentre }) => serviceCentre), ...REVENUE]),
  [FixedReport.REVENUE_BY_SERVICE_TYPE]: fixed(byServiceType)([
    text('TYPE', ({ type }) => type),
    record('SERVICE_ITEM', 'ServiceItem', ({ serviceItem }) => serviceItem),
    number('LINES', ({ lines }) => lines),
    text('CURRENCY', ({ revenue }) => revenue.currency),
    money('INVOICED', ({ invoiced }) => invoiced),
    money('CREDITED', ({ credited }) => credited),
    money('REVENUE', ({ revenue }) => revenue),
  ]),
  [FixedReport.OUTSTANDING_PAYMENTS]: fixed(
    async (context, { scope }) => (await outstanding(context, scope, MOST_EXPORTED)).invoices,
  )([
    text('NUMBER', (row) => row.number),
    record('CUSTOMER', 'Customer', ({ customer }) => customer),
    record('SERVICE_CENTRE', 'ServiceCentre', ({ serviceCentre }) => serviceCentre),
    day('DUE_ON', ({ dueOn }) => dueOn),
    number('DAYS_OVERDUE', ({ daysOverdue }) => daysOverdue),
    text('CURRENCY', ({ balance }) => balance.currency),
    money('BALANCE', ({ balance }) => balance),
  ]),
  [FixedReport.PAYMENT_METHODS]: fixed(paymentMethods)([
    text('METHOD', ({ method }) => method),
    text('CURRENCY', ({ paid }) => paid.currency),
    number('PAYMENTS', ({ payments }) => payments),
    number('REFUNDS', ({ refunds }) => refunds),
    money('PAID', ({ paid }) => paid),
    money('REFUNDED', ({ refunded }) => refunded),
    money('KEPT', ({ kept }) => kept),
  ]),
  [FixedReport.PROFIT_MARGIN]: fixed(
    async (context, reported) =>
      (await margin(context, reported)).byServiceCentre.flatMap(({ serviceCentre, margins }) =>
        margins.map((each) => ({ serviceCentre, ...each })),
      ),
    'stock:cost',
  )([
    record('SERVICE_CENTRE', 'ServiceCentre', ({ serviceCentre }) => serviceCentre),
    text('CURRENCY', ({ currency }) => currency),
    money('REVENUE', ({ revenue }) => revenue),
    money('PARTS_COST', ({ partsCost }) => partsCost),
    money('MARGIN', (row) => row.margin),
    number('MARGIN_RATE', ({ marginRate }) => marginRate),
  ]),
};
