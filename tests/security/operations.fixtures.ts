import { list, type Operation, one, plain } from './operation.fixtures';
import { BILLING, BILLING_QUERIES } from './operations-on-billing.fixtures';
import { CARE } from './operations-on-care.fixtures';
import { CLIENT_QUERIES, CLIENTS } from './operations-on-clients.fixtures';
import { JOB_PARTS } from './operations-on-job-parts.fixtures';
import { JOB_COMMANDS, JOB_QUERIES } from './operations-on-jobs.fixtures';
import { MESSAGE_QUERIES, MESSAGES } from './operations-on-messages.fixtures';
import { PAYMENT_QUERIES, PAYMENTS } from './operations-on-payments.fixtures';
import { PEOPLE } from './operations-on-people.fixtures';
import { PURCHASING, PURCHASING_QUERIES } from './operations-on-purchasing.fixtures';
import { LAYOUTS, REPORT_QUERIES } from './operations-on-reports.fixtures';
import { BODYSHOP, REQUEST_QUERIES, REQUESTS } from './operations-on-requests.fixtures';
import { SALES, SALES_QUERIES } from './operations-on-sales.fixtures';
import { SCHEDULING, SCHEDULING_QUERIES } from './operations-on-scheduling.fixtures';
import { STOCK, STOCK_QUERIES } from './operations-on-stock.fixtures';
import { VEHICLE_COMMANDS, VEHICLE_QUERIES } from './operations-on-vehicles.fixtures';
import { VISIT_QUERIES, VISITS } from './operations-on-visits.fixtures';
import { WARRANTY, WARRANTY_QUERIES } from './operations-on-warranty.fixtures';
import { WEBHOOK_QUERIES, WEBHOOKS } from './operations-on-webhooks.fixtures';
import { CUSTOMERS, FILES, JOBS, VEHICLES } from './operations-on-work.fixtures';

export const QUERIES: readonly Operation[] = [
  plain('me', '{ me { kind } }'),
  plain('organisation', '{ organisation { id } }'),
  plain('liveCursor', '{ liveCursor }'),
  plain('permissions', '{ permissions { name } }'),
  plain('taxRates', '{ taxRates { id } }'),
  list('auditLogs', 'auditEntry'),
  one('auditLog', 'auditEntry'),
  plain('accessLogs', '{ accessLogs(first: 1) { nodes { id } } }'),
  ...REPORT_QUERIES,
  ...WEBHOOK_QUERIES,
  { name: 'roles', kind: 'role', ask: () => ({ query: '{ roles { id } }' }) },
  list('sessions', 'session'),
  one('serviceCentre', 'serviceCentre'),
  list('serviceCentres', 'serviceCentre'),
  one('user', 'user'),
  list('users', 'user'),
  one('customer', 'customer'),
  list('customers', 'customer'),
  one('vehicle', 'vehicle'),
  list('vehicles', 'vehicle'),
  one('jobCard', 'jobCard'),
  list('jobCards', 'jobCard'),
  ...JOB_QUERIES,
  ...REQUEST_QUERIES,
  ...VISIT_QUERIES,
  one('file', 'file'),
  ...PURCHASING_QUERIES,
  ...STOCK_QUERIES,
  ...SALES_QUERIES,
  ...WARRANTY_QUERIES,
  ...MESSAGE_QUERIES,
  one('lead', 'lead'),
  list('leads', 'lead'),
  one('feedbackEntry', 'feedback'),
  list('feedbackEntries', 'feedback'),
  one('complaint', 'complaint'),
  list('complaints', 'complaint'),
  plain('complaintAnalytics', '{ complaintAnalytics { total } }'),
  ...SCHEDULING_QUERIES,
  ...VEHICLE_QUERIES,
  ...BILLING_QUERIES,
  ...PAYMENT_QUERIES,
  ...CLIENT_QUERIES,
];

export const COMMANDS: readonly Operation[] = [
  ...PEOPLE,
  ...CUSTOMERS,
  ...VEHICLES,
  ...JOBS,
  ...JOB_COMMANDS,
  ...FILES,
  ...MESSAGES,
  ...CARE,
  ...SCHEDULING,
  ...VEHICLE_COMMANDS,
  ...REQUESTS,
  ...BODYSHOP,
  ...BILLING,
  ...PAYMENTS,
  ...PURCHASING,
  ...STOCK,
  ...JOB_PARTS,
  ...SALES,
  ...WARRANTY,
  ...VISITS,
  ...LAYOUTS,
  ...CLIENTS,
  ...WEBHOOKS,
];
