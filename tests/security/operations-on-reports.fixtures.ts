import { command, type Operation, one, plain } from './operation.fixtures';

const DEFINITION = '{ dataset: INVOICES, dimensions: ["CUSTOMER"], measures: ["TOTAL"] }';
const DAYS = '(from: "2026-01-01", to: "2026-02-01")';

export const REPORT_QUERIES: readonly Operation[] = [
  plain('dashboard', '{ dashboard { kpis { name } } }'),
  plain('serviceReport', `{ serviceReport${DAYS} { completion { created } } }`),
  plain('salesReport', `{ salesReport${DAYS} { summary { amounts { currency } } } }`),
  plain('financialReport', `{ financialReport${DAYS} { paymentMethods { method } } }`),
  plain('outstandingReport', '{ outstandingReport { amounts { currency } } }'),
  plain('profitAndLoss', `{ profitAndLoss${DAYS} { amounts { currency } } }`),
  plain('invoiceSummary', `{ invoiceSummary${DAYS} { amounts { currency } } }`),
  plain('inventoryReport', `{ inventoryReport${DAYS} { movements { kind } } }`),
  plain('analytics', `{ analytics${DAYS} { services { missed } } }`),
  plain('reportDatasets', '{ reportDatasets { name } }'),
  plain(
    'runReport',
    `{ runReport(definition: ${DEFINITION}, from: "2026-01-01", to: "2026-12-31") { rowCount } }`,
  ),
  one('exportJob', 'exportJob'),
  plain('systemHealth', '{ systemHealth { status } }'),
  { name: 'savedReports', kind: 'savedReport', ask: () => ({ query: '{ savedReports { id } }' }) },
];

export const LAYOUTS: readonly Operation[] = [
  plain(
    'updateDashboardLayout',
    'mutation { updateDashboardLayout(input: { widgets: [{ type: KPI, name: "REVENUE" }] }) { layoutVersion } }',
  ),
  plain('saveReport', `mutation { saveReport(input: { name: "Saved", definition: ${DEFINITION} }) { id } }`),
  plain('exportOrganisation', 'mutation { exportOrganisation { id } }'),
  command('deleteReport', 'savedReport', ''),
  plain(
    'exportReport',
    'mutation { exportReport(input: { format: CSV, list: INVOICES, from: "2026-01-01", to: "2026-01-31" }) { id } }',
  ),
];
