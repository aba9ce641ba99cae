import { sql } from '../../../../shared/database/sql';
import {
  amount,
  count,
  type Dataset,
  dayIn,
  decimal,
  happenedOn,
  ofFigures,
  ReportColumnKind,
  record,
  times,
  word,
} from '../dataset';

const { DECIMAL } = ReportColumnKind;
const HOUR = 3600;

const JOBS: Dataset = {
  permission: 'jobs:read',
  means: 'Job cards as they stand now, by the day they were opened.',
  from: (asked) => happenedOn(sql`workshop.report_job_card`, sql`created_at`, asked),
  day: dayIn(sql`t.created_at`),
  dimensions: {
    JOB_CARD: record('JobCard', sql`t.id`, 'The job card.'),
    TECHNICIAN: record('User', sql`t.technician_id`, 'The technician; empty when none is assigned.'),
    CUSTOMER: record('Customer', sql`t.customer_id`, 'The customer.'),
    VEHICLE: record('Vehicle', sql`t.vehicle_id`, 'The vehicle.'),
    STATUS: word(sql`t.status`, 'Where it stands.'),
  },
  measures: {
    JOBS: count('Job cards.'),
    COMPLETED: count('Those whose work is completed.', sql`count(t.completed_at)`),
    DELIVERED: count('Those whose vehicle was handed back.', sql`count(t.delivered_at)`),
    HOURS_IN_SHOP: decimal(
      'Hours from opening to completion, together.',
      sql`coalesce(sum(extract(epoch from t.completed_at - t.created_at)), 0) / ${HOUR}::numeric`,
    ),
  },
};

const LABOUR = ofFigures({
  permission: 'time:read',
  means: 'What technicians did: jobs and services completed, hours clocked and on the roster, by day.',
  dimensions: { TECHNICIAN: record('User', sql`nullif(t.dim, '')`, 'The technician.') },
  measures: {
    JOBS_COMPLETED: times('JOBS_COMPLETED', 'Jobs completed.'),
    SERVICES: times('SERVICES_BY_TECHNICIAN', 'Services completed.'),
    SOLD_HOURS: amount(DECIMAL, 'Hours that those services are sold as.', 'SERVICES_BY_TECHNICIAN'),
    CLOCKED_HOURS: amount(DECIMAL, 'Hours clocked.', 'TIME_CLOCKED', { per: HOUR }),
    ROSTERED_HOURS: amount(DECIMAL, 'Hours on the roster.', 'TIME_ROSTERED', { per: HOUR }),
  },
});

const SERVICES = ofFigures({
  permission: 'jobs:read',
  means: 'Services that were completed on jobs, by the day they were finished.',
  dimensions: {
    SERVICE_ITEM: record(
      'ServiceItem',
      sql`nullif(t.dim, '')`,
      'The service of the catalogue; empty for what is none.',
    ),
  },
  measures: {
    SERVICES: times('SERVICES_COMPLETED', 'Services completed.'),
    SOLD_HOURS: amount(DECIMAL, 'Hours that they are sold as.', 'SERVICES_COMPLETED'),
  },
});

const REQUESTS = ofFigures({
  permission: 'serviceRequests:read',
  means: 'Service requests, by the day they came in or were completed.',
  dimensions: { SERVICE: word(sql`t.dim`, 'What is asked for.') },
  measures: {
    REQUESTS: times('REQUESTS_CREATED', 'Requests that came in.'),
    COMPLETED: times('REQUESTS_COMPLETED', 'Requests that were completed.'),
  },
});

const LEADS = ofFigures({
  permission: 'leads:read',
  means: 'Leads, by the day they came in or became customers.',
  dimensions: { SOURCE: word(sql`t.dim`, 'Where they came from.') },
  measures: {
    LEADS: times('LEADS_CREATED', 'Leads that came in.'),
    CONVERTED: times('LEADS_CONVERTED', 'Leads that became customers.'),
  },
});

export const workDatasets = { JOBS, LABOUR, SERVICES, REQUESTS, LEADS };
