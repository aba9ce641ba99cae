import { registerEnumType } from 'type-graphql';

export enum ExportFormat {
  CSV = 'CSV',
  XLSX = 'XLSX',
  PDF = 'PDF',
  ZIP = 'ZIP',
}
registerEnumType(ExportFormat, {
  name: 'ExportFormat',
  description: 'What kind of file.',
  valuesConfig: {
    CSV: { description: 'Comma-separated values, in UTF-8.' },
    XLSX: { description: 'A workbook for spreadsheets, of at most 1,000,000 rows.' },
    PDF: { description: 'A table on A4, of at most 2,000 rows.' },
    ZIP: { description: 'Many files in one: of whole organisations, and of nothing else.' },
  },
});

export enum ExportList {
  CUSTOMERS = 'CUSTOMERS',
  JOBS = 'JOBS',
  INVOICES = 'INVOICES',
  PAYMENTS = 'PAYMENTS',
  STOCK_MOVEMENTS = 'STOCK_MOVEMENTS',
  AUDIT_LOG = 'AUDIT_LOG',
  ACCESS_LOG = 'ACCESS_LOG',
}
registerEnumType(ExportList, {
  name: 'ExportList',
  description:
    'A list that can be exported, by those who may read it. But for customers, persons are in it by their ids.',
  valuesConfig: {
    CUSTOMERS: {
      description:
        'Customers who were taken in until the last day, whatever the first one is, with how to reach them.',
    },
    JOBS: { description: 'Job cards that were opened on these days.' },
    INVOICES: { description: 'Invoices that were written on these days.' },
    PAYMENTS: { description: 'Payments of these days.' },
    STOCK_MOVEMENTS: { description: 'Movements of stock on these days.' },
    AUDIT_LOG: { description: 'What was changed by whom on these days.' },
    ACCESS_LOG: { description: 'Who was shown personal data on these days.' },
  },
});
