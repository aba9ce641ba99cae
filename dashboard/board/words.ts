import type { JobCardStatus, JobPriority, KpiName } from '../generated/operations';

export const STATUS_WORDS: Readonly<Record<JobCardStatus, string>> = {
  CREATED: 'Taken in',
  INSPECTED: 'Looked over',
  ASSIGNED: 'Assigned',
  IN_PROGRESS: 'In work',
  WAITING_PARTS: 'Waits for parts',
  WAITING_APPROVAL: 'Waits for approval',
  PAUSED: 'Paused',
  COMPLETED: 'Done',
  DELIVERED: 'Delivered',
  CANCELLED: 'Called off',
};

/** What is as usual needs no word. */
export const PRIORITY_WORDS: Readonly<Partial<Record<JobPriority, string>>> = {
  HIGH: 'High priority',
  URGENT: 'Urgent',
};

export const KPI_WORDS: Readonly<Record<KpiName, string>> = {
  ACTIVE_VEHICLES: 'Vehicles',
  ASSIGNED_JOBS: 'Jobs in hand',
  HOURS_CLOCKED: 'Hours clocked',
  JOBS_COMPLETED: 'Jobs completed',
  JOBS_IN_PROGRESS: 'Jobs in work',
  LOW_STOCK: 'Low in stock',
  ON_TIME: 'On time',
  PARTS_REQUIRED: 'Parts awaited',
  PENDING_APPROVALS: 'To be approved',
  PENDING_WORK: 'Services to do',
  REQUESTS: 'Requests',
  REQUESTS_COMPLETED: 'Requests done',
  REQUESTS_PENDING: 'Requests open',
  REVENUE: 'Revenue',
  SATISFACTION: 'Satisfaction',
  SERVICES_COMPLETED: 'Services done',
  SERVICE_CENTRES: 'Service centres',
  STOCK_ITEMS: 'Parts in stock',
  UTILISATION: 'Utilisation',
};

/** `PAYMENT_METHODS` as people write it: what the graph adds later can be read, too. */
export function wordsOf(name: string): string {
  const words = name.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
