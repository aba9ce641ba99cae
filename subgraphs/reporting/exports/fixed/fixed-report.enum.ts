import { registerEnumType } from 'type-graphql';

export enum FixedReport {
  SERVICE_COMPLETION = 'SERVICE_COMPLETION',
  TECHNICIAN_PERFORMANCE = 'TECHNICIAN_PERFORMANCE',
  SERVICE_TYPES = 'SERVICE_TYPES',
  CUSTOMER_SATISFACTION = 'CUSTOMER_SATISFACTION',
  SERVICE_DURATION = 'SERVICE_DURATION',
  SALES_SUMMARY = 'SALES_SUMMARY',
  COUNTER_ORDERS = 'COUNTER_ORDERS',
  QUOTATION_CONVERSION = 'QUOTATION_CONVERSION',
  LEAD_SOURCES = 'LEAD_SOURCES',
  CUSTOMER_LIFETIME_VALUE = 'CUSTOMER_LIFETIME_VALUE',
  STOCK_STATUS = 'STOCK_STATUS',
  STOCK_MOVEMENTS = 'STOCK_MOVEMENTS',
  PURCHASE_ORDERS = 'PURCHASE_ORDERS',
  LOW_STOCK = 'LOW_STOCK',
  SUPPLIER_PERFORMANCE = 'SUPPLIER_PERFORMANCE',
  REVENUE_BY_SERVICE_CENTRE = 'REVENUE_BY_SERVICE_CENTRE',
  REVENUE_BY_SERVICE_TYPE = 'REVENUE_BY_SERVICE_TYPE',
  OUTSTANDING_PAYMENTS = 'OUTSTANDING_PAYMENTS',
  PAYMENT_METHODS = 'PAYMENT_METHODS',
  PROFIT_MARGIN = 'PROFIT_MARGIN',
}
registerEnumType(FixedReport, {
  name: 'FixedReport',
  description:
    'A report whose rows and columns are fixed; the field of the graph that tells the same is named.',
  valuesConfig: {
    SERVICE_COMPLETION: { description: '`serviceReport.completion`, by service centre.' },
    TECHNICIAN_PERFORMANCE: { description: '`serviceReport.technicianPerformance`.' },
    SERVICE_TYPES: { description: '`serviceReport.byType`.' },
    CUSTOMER_SATISFACTION: { description: '`serviceReport.satisfaction`, by rating.' },
    SERVICE_DURATION: { description: '`serviceReport.duration`, by length.' },
    SALES_SUMMARY: { description: '`salesReport.summary`, by currency.' },
    COUNTER_ORDERS: { description: '`salesReport.counterOrders`: what was handed over, by part.' },
    QUOTATION_CONVERSION: { description: '`salesReport.quotationConversion`.' },
    LEAD_SOURCES: { description: '`salesReport.leadSources`.' },
    CUSTOMER_LIFETIME_VALUE: { description: '`salesReport.lifetimeValue`: who brought most.' },
    STOCK_STATUS: { description: '`inventoryReport.stockStatus`, by place.' },
    STOCK_MOVEMENTS: { description: '`inventoryReport.movements`, by kind.' },
    PURCHASE_ORDERS: {
      description: '`inventoryReport.purchaseOrders`, by state. Needs `purchaseOrders:read` as well.',
    },
    LOW_STOCK: { description: '`inventoryReport.lowStock`.' },
    SUPPLIER_PERFORMANCE: {
      description: '`inventoryReport.supplierPerformance`. Needs `purchaseOrders:read` as well.',
    },
    REVENUE_BY_SERVICE_CENTRE: { description: '`financialReport.byServiceCentre`.' },
    REVENUE_BY_SERVICE_TYPE: { description: '`financialReport.byServiceType`.' },
    OUTSTANDING_PAYMENTS: { description: '`financialReport.outstanding`: the invoices that are due first.' },
    PAYMENT_METHODS: { description: '`financialReport.paymentMethods`.' },
    PROFIT_MARGIN: {
      description: '`financialReport.margin`, by service centre. Needs `stock:cost` as well.',
    },
  },
});
