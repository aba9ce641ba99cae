import { counterOrders } from '../../reports/sales/counter-orders';
import { leadSources, lifetimeValue, quotationConversion, summary } from '../../reports/sales/sales-report';
import { FixedReport } from './fixed-report.enum';
import { REVENUE } from './revenue.columns';
import { day, fixed, MOST_EXPORTED, money, number, onceIn, record, text } from './table';

export const salesTables = {
  [FixedReport.SALES_SUMMARY]: fixed(async (context, reported) => (await summary(context, reported)).amounts)(
    REVENUE,
  ),
  [FixedReport.COUNTER_ORDERS]: fixed(async (context, reported) => {
    const { amounts, parts, ...counts } = await counterOrders(context, reported, MOST_EXPORTED);
    const orders = onceIn(counts, amounts).map((row) => ({ ...row, part: null }));
    return [...orders, ...parts.map((part) => ({ part, row: null, amount: null }))];
  })([
    record('PART', 'Part', ({ part }) => part?.part),
    number('CREATED', ({ row }) => row?.created),
    number('DELIVERED', ({ row }) => row?.delivered),
    number('CANCELLED', ({ row }) => row?.cancelled),
    number('OPEN', ({ row }) => row?.open),
    number('WALK_INS', ({ row }) => row?.walkIns),
    number('QUANTITY_HANDED_OVER', ({ part }) => part?.quantity),
    text('CURRENCY', ({ part, amount }) => part?.amount.currency ?? amount?.currency ?? null),
    money('ORDERED', ({ amount }) => amount?.ordered),
    money('HANDED_OVER', ({ part, amount }) => part?.amount ?? amount?.delivered ?? null),
  ]),
  [FixedReport.QUOTATION_CONVERSION]: fixed(async (context, reported) => {
    const { amounts, ...counts } = await quotationConversion(context, reported);
    return onceIn(counts, amounts);
  })([
    number('CREATED', ({ row }) => row?.created),
    number('SENT', ({ row }) => row?.sent),
    number('ACCEPTED', ({ row }) => row?.accepted),
    number('REJECTED', ({ row }) => row?.rejected),
    number('EXPIRED', ({ row }) => row?.expired),
    number('CONVERTED', ({ row }) => row?.converted),
    number('ACCEPTANCE_RATE', ({ row }) => row?.acceptanceRate),
    number('CONVERSION_RATE', ({ row }) => row?.conversionRate),
    text('CURRENCY', ({ amount }) => amount?.currency),
    money('QUOTED_AMOUNT', ({ amount }) => amount?.quoted),
    money('ACCEPTED_AMOUNT', ({ amount }) => amount?.accepted),
  ]),
  [FixedReport.LEAD_SOURCES]: fixed(leadSources)([
    text('SOURCE', ({ source }) => source),
    number('CREATED', ({ created }) => created),
    number('CONVERTED', ({ converted }) => converted),
    number('CONVERSION_RATE', ({ conversionRate }) => conversionRate),
  ]),
  [FixedReport.CUSTOMER_LIFETIME_VALUE]: fixed(
    async (context, reported) => (await lifetimeValue(context, reported, MOST_EXPORTED)).customers,
  )([
    record('CUSTOMER', 'Customer', ({ customer }) => customer),
    text('CUSTOMER_ID', ({ customer }) => customer),
    number('INVOICES', ({ invoices }) => invoices),
    text('CURRENCY', ({ revenue }) => revenue.currency),
    money('REVENUE', ({ revenue }) => revenue),
    day('FIRST_INVOICED_ON', ({ firstInvoicedOn }) => firstInvoicedOn),
    day('LAST_INVOICED_ON', ({ lastInvoicedOn }) => lastInvoicedOn),
  ]),
};
