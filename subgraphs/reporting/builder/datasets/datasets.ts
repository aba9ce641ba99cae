import type { Dataset } from '../dataset';
import { moneyDatasets } from './money.datasets';
import { stockDatasets } from './stock.datasets';
import { workDatasets } from './work.datasets';

export enum ReportDatasetName {
  JOBS = 'JOBS',
  LABOUR = 'LABOUR',
  SERVICES = 'SERVICES',
  REQUESTS = 'REQUESTS',
  LEADS = 'LEADS',
  REVENUE = 'REVENUE',
  SALES_LINES = 'SALES_LINES',
  INVOICES = 'INVOICES',
  PAYMENTS = 'PAYMENTS',
  QUOTATIONS = 'QUOTATIONS',
  COUNTER_ORDERS = 'COUNTER_ORDERS',
  STOCK_MOVEMENTS = 'STOCK_MOVEMENTS',
}

export const DATASETS: Readonly<Record<ReportDatasetName, Dataset>> = {
  ...workDatasets,
  ...moneyDatasets,
  ...stockDatasets,
};
