import { CHART, days, MONTH, type Question, report, rows } from './question';

export const SERVICE: Question[] = [
  {
    name: 'Service completion',
    kept: {
      figures: ['JOBS_CREATED', 'JOBS_COMPLETED', 'JOBS_DELIVERED', 'JOBS_CANCELLED', 'JOBS_PROMISED'],
      by: ['month'],
    },
    query: report('service', `completion { created completed delivered cancelled promised onTime ${CHART} }`),
    told: rows('report.completion', 'created', 'completed', 'delivered', 'cancelled', 'promised', 'onTime'),
    sql: `select sum(created), sum(completed), sum(delivered), sum(cancelled), sum(promised), sum(on_time) from (
      select ${MONTH('created_at')}, count(*) created, 0 completed, 0 delivered, 0 cancelled, 0 promised, 0 on_time
        from workshop.report_job_card where ${days('created_at')} group by 1
      union all select ${MONTH('completed_at')}, 0, count(*), 0, 0, count(promised_at),
        count(*) filter (where completed_at <= promised_at) from workshop.report_job_card where ${days('completed_at')} group by 1
      union all select null, 0, 0, count(*), 0, 0, 0 from workshop.report_job_card where ${days('delivered_at')}
      union all select null, 0, 0, 0, count(*), 0, 0 from workshop.report_job_card_status_change
        where to_status = 'CANCELLED' and ${days('created_at')}) d`,
  },
  {
    name: 'Technician performance',
    kept: {
      figures: [
        'JOBS_COMPLETED',
        'JOBS_PROMISED',
        'SERVICES_BY_TECHNICIAN',
        'TIME_CLOCKED',
        'TIME_ROSTERED',
        'RATED_TECHNICIAN',
      ],
      by: ['dim'],
    },
    query: report(
      'service',
      `technicianPerformance { technician { id } jobsCompleted servicesCompleted onTime hoursClocked utilisation ratings
        satisfaction }`,
    ),
    told: rows(
      'report.technicianPerformance',
      'technician.id',
      'jobsCompleted',
      'servicesCompleted',
      'ratings',
    ),
    sql: `select technician_id, sum(jobs), sum(services), sum(ratings) from (
      select technician_id, count(*) jobs, 0 services, 0 ratings, count(*) filter (where completed_at <= promised_at)
        from workshop.report_job_card where ${days('completed_at')} group by 1
      union all select finished_by_id, 0, count(*), 0, 0 from workshop.report_job_service
        where status = 'COMPLETED' and ${days('finished_at')} group by 1
      union all select technician_id, 0, 0, count(*), sum(rating) from customer.report_feedback
        where ${days('created_at')} group by 1) d group by 1`,
  },
  {
    name: 'Service types',
    kept: { figures: ['SERVICES_COMPLETED'], by: ['dim'] },
    query: report('service', 'byType { serviceItem { id } completed labourHours }'),
    told: rows('report.byType', 'completed', 'labourHours'),
    sql: `select count(*), trim_scale(round(sum(labour_hours * quantity), 2)) from workshop.report_job_service
      where status = 'COMPLETED' and ${days('finished_at')} group by service_item_id`,
  },
  {
    name: 'Customer satisfaction',
    kept: { figures: ['RATED'], by: ['month', 'dim'] },
    query: report('service', `satisfaction { ratings mean distribution { rating count } ${CHART} }`),
    told: rows('report.satisfaction.distribution', 'rating', 'count'),
    sql: `select rating, sum(many) from (select rating, ${MONTH('created_at')}, count(*) many from customer.report_feedback
      where ${days('created_at')} group by 1, 2) d group by 1`,
  },
  {
    name: 'Service duration',
    kept: { figures: ['JOBS_COMPLETED', 'JOBS_WORKED', 'JOBS_BY_DURATION'], by: ['dim'] },
    query: report(
      'service',
      'duration { completed meanHours meanHoursOfWork distribution { duration count } }',
    ),
    told: rows('report.duration', 'completed', 'meanHours', 'meanHoursOfWork'),
    sql: `select count(*), trim_scale(round(avg(extract(epoch from completed_at - created_at)) / 3600, 2)),
        trim_scale(round(avg(extract(epoch from completed_at - started_at)) / 3600, 2)),
        count(*) filter (where completed_at < created_at + interval '4 hours'),
        count(*) filter (where completed_at < created_at + interval '24 hours'),
        count(*) filter (where completed_at < created_at + interval '72 hours'),
        count(*) filter (where completed_at < created_at + interval '168 hours')
      from workshop.report_job_card where ${days('completed_at')}`,
  },
];
