import { registerEnumType } from 'type-graphql';

export enum ExportFormat {
  CSV = 'CSV',
  XLSX = 'XLSX',
  PDF = 'PDF',
}
registerEnumType(ExportFormat, {
  name: 'ExportFormat',
  description: 'What kind of file.',
  valuesConfig: {
    CSV: { description: 'Comma-separated values, in UTF-8.' },
    XLSX: { description: 'A workbook for spreadsheets, of at most 1,000,000 rows.' },
    PDF: { description: 'A table on A4, of at most 2,000 rows.' },
  },
});

export enum ExportList {
  JOBS = 'JOBS',
  INVOICES = 'INVOICES',
  PAYMENTS = 'PAYMENTS',
  STOCK_MOVEMENTS = 'STOCK_MOVEMENTS',
  AUDIT_LOG = 'AUDIT_LOG',
  ACCESS_LOG = 'ACCESS_LOG',
}
registerEnumType(ExportList, {
  name: 'ExportList',
  description: 'A list that can be exported, by those who may read it. Persons are in it by their ids.',
  valuesConfig: {
    JOBS: { description: 'Job cards that were opened on these days.' },
    INVOICES: { description: 'Invoices that were written on these days.' },
    PAYMENTS: { description: 'Payments of these days.' },
    STOCK_MOVEMENTS: { description: 'Movements of stock on these days.' },
    AUDIT_LOG: { description: 'What was changed by whom on these days.' },
    ACCESS_LOG: { description: 'Who was shown personal data on these days.' },
  },
});
