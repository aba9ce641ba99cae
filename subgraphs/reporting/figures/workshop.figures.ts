import { sql } from '../../../shared/database/sql';
import { between, dayOf, type FigureSource, happened, seconds } from './source';

const CARDS = sql`workshop.report_job_card`;
const TECHNICIAN = sql`coalesce(t.technician_id::text, '')`;
const HOUR = sql`3600`;

/** How long a job was in the shop, in words that sort. */
const BAND = sql`case when ${seconds(sql`t.created_at`, sql`t.completed_at`)} < 4 * ${HOUR} then 'UP_TO_4_HOURS'
  when ${seconds(sql`t.created_at`, sql`t.completed_at`)} < 24 * ${HOUR} then 'UP_TO_1_DAY'
  when ${seconds(sql`t.created_at`, sql`t.completed_at`)} < 72 * ${HOUR} then 'UP_TO_3_DAYS'
  when ${seconds(sql`t.created_at`, sql`t.completed_at`)} < 168 * ${HOUR} then 'UP_TO_1_WEEK' else 'LONGER' end`;

const jobs: FigureSource[] = [
  {
    figures: ['JOBS_CREATED'],
    rows: sql`select 'JOBS_CREATED' as figure, w.centre_id, ${dayOf(sql`t.created_at`)} as day, '' as dim,
        '' as currency, count(*) as count, 0::numeric as amount
      from ${happened(CARDS, sql`created_at`)} group by 2, 3`,
  },
  {
    figures: ['JOBS_COMPLETED', 'JOBS_WORKED', 'JOBS_PROMISED', 'JOBS_BY_DURATION'],
    rows: sql`select f.figure, w.centre_id, ${dayOf(sql`t.completed_at`)}, f.dim, '', count(*), sum(f.amount)
      from ${happened(CARDS, sql`completed_at`)} cross join lateral (values
        ('JOBS_COMPLETED', ${TECHNICIAN}, ${seconds(sql`t.created_at`, sql`t.completed_at`)}),
        ('JOBS_WORKED', ${TECHNICIAN}, ${seconds(sql`t.started_at`, sql`t.completed_at`)}),
        ('JOBS_PROMISED', ${TECHNICIAN}, case when t.completed_at <= t.promised_at then 1 when t.promised_at is null
          then null else 0 end),
        ('JOBS_BY_DURATION', ${BAND}, 0)) as f(figure, dim, amount)
      where f.amount is not null group by 1, 2, 3, 4`,
  },
  {
    figures: ['JOBS_DELIVERED'],
    rows: sql`select 'JOBS_DELIVERED', w.centre_id, ${dayOf(sql`t.delivered_at`)}, '', '', count(*), 0
      from ${happened(CARDS, sql`delivered_at`)} group by 2, 3`,
  },
  {
    figures: ['JOBS_CANCELLED'],
    rows: sql`select 'JOBS_CANCELLED', w.centre_id, ${dayOf(sql`h.created_at`)}, '', '', count(*), 0
      from w cross join lateral (select x.* from workshop.report_job_card_status_change x
        where x.to_status = 'CANCELLED' and ${between(sql`x.created_at`)} offset 0) h
      join ${CARDS} t on t.id = h.job_card_id and t.service_centre_id = w.centre_id group by 2, 3`,
  },
];

const work: FigureSource[] = [
  {
    figures: ['SERVICES_COMPLETED', 'SERVICES_BY_TECHNICIAN'],
    rows: sql`select f.figure, w.centre_id, ${dayOf(sql`s.finished_at`)}, f.dim, '', count(*),
        sum(coalesce(s.labour_hours, 0) * s.quantity)
      from w cross join lateral (select x.* from workshop.report_job_service x
        where x.status = 'COMPLETED' and ${between(sql`x.finished_at`)} offset 0) s
      join ${CARDS} t on t.id = s.job_card_id and t.service_centre_id = w.centre_id
      cross join lateral (values ('SERVICES_COMPLETED', coalesce(s.service_item_id::text, '')),
        ('SERVICES_BY_TECHNICIAN', coalesce(s.finished_by_id::text, ''))) as f(figure, dim) group by 1, 2, 3, 4`,
  },
  {
    // What goes on past midnight belongs to the day on which it began; what still runs, to none yet.
    figures: ['TIME_CLOCKED'],
    rows: sql`select 'TIME_CLOCKED', w.centre_id, ${dayOf(sql`t.started_at`)}, ${TECHNICIAN}, '', count(*),
        sum(${seconds(sql`t.started_at`, sql`t.ended_at`)})
      from ${happened(sql`workshop.report_time_entry`, sql`started_at`)} where t.ended_at is not null group by 2, 3, 4`,
  },
  {
    // The last shift that began is what counts, and what is said for certain days before the usual week. Of days to
    // come nobody has clocked anything yet.
    figures: ['TIME_ROSTERED'],
    rows: sql`select 'TIME_ROSTERED', d.centre_id, d.day, s.technician_id::text, '', count(*),
        sum((p.until - p."from") * 60)
      from d cross join lateral (select distinct on (x.technician_id) x.* from workshop.report_shift x
        where x.service_centre_id = d.centre_id and x.from_date <= d.day and (x.to_date is null or x.to_date >= d.day)
        order by x.technician_id, x.kind, x.from_date desc) s
      cross join lateral jsonb_to_recordset(s.spans) as p(weekday integer, "from" integer, until integer)
      where (s.kind = 'DAYS' or p.weekday = extract(isodow from d.day))
        and d.day <= (now() at time zone d.zone)::date group by 2, 3, 4`,
  },
];

const diary: FigureSource[] = [
  {
    figures: ['REQUESTS_CREATED'],
    rows: sql`select 'REQUESTS_CREATED', w.centre_id, ${dayOf(sql`t.created_at`)}, t.service, '', count(*), 0
      from ${happened(sql`workshop.report_service_request`, sql`created_at`)} group by 2, 3, 4`,
  },
  {
    figures: ['REQUESTS_COMPLETED'],
    rows: sql`select 'REQUESTS_COMPLETED', w.centre_id, ${dayOf(sql`h.created_at`)}, t.service, '', count(*), 0
      from w cross join lateral (select x.* from workshop.report_service_request_status_change x
        where x.to_status = 'COMPLETED' and ${between(sql`x.created_at`)} offset 0) h
      join workshop.report_service_request t on t.id = h.service_request_id and t.service_centre_id = w.centre_id
      group by 2, 3, 4`,
  },
  {
    figures: ['APPOINTMENTS'],
    rows: sql`select 'APPOINTMENTS', w.centre_id, ${dayOf(sql`t.starts_at`)},
        case when t.status in ('CANCELLED', 'NO_SHOW') then t.status else 'STANDS' end, '', count(*), 0
      from ${happened(sql`workshop.report_appointment`, sql`starts_at`)} where t.status <> 'HELD' group by 2, 3, 4`,
  },
];

export const workshopFigures: readonly FigureSource[] = [...jobs, ...work, ...diary];
