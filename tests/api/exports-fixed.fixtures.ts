/** What a file of a fixed report has to say: the columns of its rows, and where the graph answers with the same. */
export interface Expected {
  query: string;
  rows: string;
  /** Column → path in a row. */
  columns: Record<string, string>;
  /** The amounts of a row that have a row each in the file. */
  each?: string;
  /** Column → path in the answer: the last row, of the whole. */
  whole?: Record<string, string>;
  /** Column → path in a row of the answer: what is said once for a row with several amounts. */
  sums?: Record<string, string>;
  /** Rows that the shop has at least, less one. */
  fewest?: number;
}

const report = (name: string, selection: string) => `${name}Report(from: $from, to: $to) { ${selection} }`;
const MONEY = '{ amount currency }';
const REVENUE = `currency invoices creditNotes invoiced ${MONEY} tax ${MONEY} net ${MONEY} credited ${MONEY}
  creditedNet ${MONEY} revenue ${MONEY} paid ${MONEY} refunded ${MONEY}`;
const REVENUE_COLUMNS = (prefix = '') => ({
  CURRENCY: `${prefix}currency`,
  INVOICES: `${prefix}invoices`,
  CREDIT_NOTES: `${prefix}creditNotes`,
  INVOICED: `${prefix}invoiced.amount`,
  TAX: `${prefix}tax.amount`,
  NET: `${prefix}net.amount`,
  CREDITED: `${prefix}credited.amount`,
  CREDITED_NET: `${prefix}creditedNet.amount`,
  REVENUE: `${prefix}revenue.amount`,
  PAID: `${prefix}paid.amount`,
  REFUNDED: `${prefix}refunded.amount`,
});

export const FIXED_REPORTS: Record<string, Expected> = {
  SERVICE_COMPLETION: {
    query: report(
      'service',
      `completion { created completed delivered cancelled promised onTime
        byServiceCentre { serviceCentre { name } created completed delivered cancelled } }`,
    ),
    rows: 'completion.byServiceCentre',
    columns: {
      SERVICE_CENTRE: 'serviceCentre.name',
      CREATED: 'created',
      COMPLETED: 'completed',
      DELIVERED: 'delivered',
      CANCELLED: 'cancelled',
      PROMISED: 'none',
    },
    whole: {
      SERVICE_CENTRE: 'none',
      CREATED: 'completion.created',
      COMPLETED: 'completion.completed',
      DELIVERED: 'completion.delivered',
      CANCELLED: 'completion.cancelled',
      PROMISED: 'completion.promised',
      ON_TIME: 'completion.onTime',
    },
    fewest: 2,
  },
  TECHNICIAN_PERFORMANCE: {
    query: report(
      'service',
      `technicianPerformance { technician { displayName } jobsCompleted servicesCompleted onTime hoursClocked
        hoursRostered utilisation ratings satisfaction }`,
    ),
    rows: 'technicianPerformance',
    columns: {
      TECHNICIAN: 'technician.displayName',
      JOBS_COMPLETED: 'jobsCompleted',
      SERVICES_COMPLETED: 'servicesCompleted',
      ON_TIME: 'onTime',
      HOURS_CLOCKED: 'hoursClocked',
      HOURS_ROSTERED: 'hoursRostered',
      UTILISATION: 'utilisation',
      RATINGS: 'ratings',
      SATISFACTION: 'satisfaction',
    },
    fewest: 1,
  },
  SERVICE_TYPES: {
    query: report('service', 'byType { completed labourHours }'),
    rows: 'byType',
    columns: { COMPLETED: 'completed', LABOUR_HOURS: 'labourHours' },
    fewest: 2,
  },
  CUSTOMER_SATISFACTION: {
    query: report('service', 'satisfaction { ratings mean distribution { rating count } }'),
    rows: 'satisfaction.distribution',
    columns: { RATING: 'rating', RATINGS: 'count' },
    whole: { RATING: 'none', RATINGS: 'satisfaction.ratings', MEAN: 'satisfaction.mean' },
    fewest: 4,
  },
  SERVICE_DURATION: {
    query: report(
      'service',
      'duration { completed meanHours meanHoursOfWork distribution { duration count } }',
    ),
    rows: 'duration.distribution',
    columns: { DURATION: 'duration', JOBS: 'count' },
    whole: {
      JOBS: 'duration.completed',
      MEAN_HOURS: 'duration.meanHours',
      MEAN_HOURS_OF_WORK: 'duration.meanHoursOfWork',
    },
    fewest: 4,
  },
  SALES_SUMMARY: {
    query: report('sales', `summary { amounts { ${REVENUE} } }`),
    rows: 'summary.amounts',
    columns: REVENUE_COLUMNS(),
    fewest: 1,
  },
  COUNTER_ORDERS: {
    query: report(
      'sales',
      `counterOrders { created delivered cancelled open walkIns amounts { currency ordered ${MONEY}
        delivered ${MONEY} } parts { part { name } quantity amount ${MONEY} } }`,
    ),
    rows: 'counterOrders.amounts',
    columns: { CURRENCY: 'currency', ORDERED: 'ordered.amount', HANDED_OVER: 'delivered.amount' },
    whole: { CREATED: 'counterOrders.created', WALK_INS: 'counterOrders.walkIns' },
    fewest: -1,
  },
  QUOTATION_CONVERSION: {
    query: report(
      'sales',
      `quotationConversion { created sent accepted rejected expired converted acceptanceRate conversionRate
        amounts { currency quoted ${MONEY} accepted ${MONEY} } }`,
    ),
    rows: 'quotationConversion.amounts',
    columns: { CURRENCY: 'currency', QUOTED_AMOUNT: 'quoted.amount', ACCEPTED_AMOUNT: 'accepted.amount' },
    fewest: 1,
  },
  LEAD_SOURCES: {
    query: report('sales', 'leadSources { source created converted conversionRate }'),
    rows: 'leadSources',
    columns: {
      SOURCE: 'source',
      CREATED: 'created',
      CONVERTED: 'converted',
      CONVERSION_RATE: 'conversionRate',
    },
    fewest: 1,
  },
  CUSTOMER_LIFETIME_VALUE: {
    query: report(
      'sales',
      `lifetimeValue { customers { customer { id displayName } invoices revenue ${MONEY} firstInvoicedOn
        lastInvoicedOn } }`,
    ),
    rows: 'lifetimeValue.customers',
    columns: {
      CUSTOMER: 'customer.displayName',
      CUSTOMER_ID: 'customer.id',
      INVOICES: 'invoices',
      CURRENCY: 'revenue.currency',
      REVENUE: 'revenue.amount',
      FIRST_INVOICED_ON: 'firstInvoicedOn',
      LAST_INVOICED_ON: 'lastInvoicedOn',
    },
    fewest: 5,
  },
  STOCK_STATUS: {
    query: report(
      'inventory',
      `stockStatus { places { location { name } parts onHand low value ${MONEY} } }`,
    ),
    rows: 'stockStatus.places',
    each: 'value',
    columns: { LOCATION: 'location.name', CURRENCY: 'each.currency', COST: 'each.amount' },
    sums: { PARTS: 'parts', ON_HAND: 'onHand', LOW: 'low' },
    fewest: 3,
  },
  STOCK_MOVEMENTS: {
    query: report('inventory', `movements { kind movements value ${MONEY} }`),
    rows: 'movements',
    each: 'value',
    columns: { KIND: 'kind', CURRENCY: 'each.currency', COST: 'each.amount' },
    sums: { MOVEMENTS: 'movements' },
    fewest: 4,
  },
  PURCHASE_ORDERS: {
    query: report('inventory', `purchaseOrders { status orders total ${MONEY} }`),
    rows: 'purchaseOrders',
    columns: { STATUS: 'status', ORDERS: 'orders', CURRENCY: 'total.currency', TOTAL: 'total.amount' },
    fewest: 2,
  },
  LOW_STOCK: {
    query: report(
      'inventory',
      'lowStock { part { id name } location { name } onHand available reorderPoint reorderQuantity }',
    ),
    rows: 'lowStock',
    columns: {
      PART: 'part.name',
      PART_ID: 'part.id',
      LOCATION: 'location.name',
      ON_HAND: 'onHand',
      AVAILABLE: 'available',
      REORDER_POINT: 'reorderPoint',
      REORDER_QUANTITY: 'reorderQuantity',
    },
    fewest: 1,
  },
  SUPPLIER_PERFORMANCE: {
    query: report(
      'inventory',
      `supplierPerformance { orders received onTime meanDays fillRate total ${MONEY} }`,
    ),
    rows: 'supplierPerformance',
    each: 'total',
    columns: { CURRENCY: 'each.currency', TOTAL: 'each.amount' },
    sums: { ORDERS: 'orders', RECEIVED: 'received', ON_TIME: 'onTime' },
    fewest: 2,
  },
  REVENUE_BY_SERVICE_CENTRE: {
    query: report('financial', `byServiceCentre { serviceCentre { name } amounts { ${REVENUE} } }`),
    rows: 'byServiceCentre',
    each: 'amounts',
    columns: { SERVICE_CENTRE: 'serviceCentre.name', ...REVENUE_COLUMNS('each.') },
    fewest: 5,
  },
  REVENUE_BY_SERVICE_TYPE: {
    query: report(
      'financial',
      `byServiceType { type lines invoiced ${MONEY} credited ${MONEY} revenue ${MONEY} }`,
    ),
    rows: 'byServiceType',
    columns: {
      TYPE: 'type',
      LINES: 'lines',
      CURRENCY: 'revenue.currency',
      INVOICED: 'invoiced.amount',
      CREDITED: 'credited.amount',
      REVENUE: 'revenue.amount',
    },
    fewest: 4,
  },
  OUTSTANDING_PAYMENTS: {
    query: report(
      'financial',
      `outstanding { invoices { number customer { displayName } serviceCentre { name } dueOn daysOverdue
        balance ${MONEY} } }`,
    ),
    rows: 'outstanding.invoices',
    columns: {
      NUMBER: 'number',
      CUSTOMER: 'customer.displayName',
      SERVICE_CENTRE: 'serviceCentre.name',
      DUE_ON: 'dueOn',
      DAYS_OVERDUE: 'daysOverdue',
      CURRENCY: 'balance.currency',
      BALANCE: 'balance.amount',
    },
    fewest: 2,
  },
  PAYMENT_METHODS: {
    query: report(
      'financial',
      `paymentMethods { method payments refunds paid ${MONEY} refunded ${MONEY} kept ${MONEY} }`,
    ),
    rows: 'paymentMethods',
    columns: {
      METHOD: 'method',
      CURRENCY: 'paid.currency',
      PAYMENTS: 'payments',
      REFUNDS: 'refunds',
      PAID: 'paid.amount',
      REFUNDED: 'refunded.amount',
      KEPT: 'kept.amount',
    },
    fewest: 2,
  },
  PROFIT_MARGIN: {
    query: report(
      'financial',
      `margin { byServiceCentre { serviceCentre { name } margins { currency revenue ${MONEY} partsCost ${MONEY}
        margin ${MONEY} marginRate } } }`,
    ),
    rows: 'margin.byServiceCentre',
    each: 'margins',
    columns: {
      SERVICE_CENTRE: 'serviceCentre.name',
      CURRENCY: 'each.currency',
      REVENUE: 'each.revenue.amount',
      PARTS_COST: 'each.partsCost.amount',
      MARGIN: 'each.margin.amount',
      MARGIN_RATE: 'each.marginRate',
    },
    fewest: 5,
  },
};
