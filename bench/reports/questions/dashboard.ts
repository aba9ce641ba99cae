import { type Answer, at, days, MONEY, type Question } from './question';

/** The days of a month; the month before is what the dashboard compares it with. */
export const DASHBOARD: Question = {
  name: 'Dashboard of a month',
  query: `query ($to: LocalDate!) { report: dashboard(period: MONTH, on: $to) {
    kpis { name value amounts ${MONEY} previousValue previousAmounts ${MONEY} trend }
    charts { name labels series { name values } } } }`,
  month: true,
  told(answer) {
    const kpis = at(answer, 'report.kpis') as { name: string; value: number; amounts: Answer[] }[];
    const kpi = (name: string) => kpis.find((each) => each.name === name)!;
    return [
      [
        ...['SERVICE_CENTRES', 'ACTIVE_VEHICLES', 'LOW_STOCK'].map((name) => kpi(name).value),
        kpi('REVENUE').amounts[0]!.minorUnits as number,
      ],
    ];
  },
  sql: `with sold as (select issued_on as day, sum(net_minor) minor from billing.report_invoice
      where organisation_id = $1 and status = 'ISSUED' and issued_on between $2::date - 31 and $3::date group by 1
      union all select issued_on, -sum(net_minor) from billing.report_credit_note
      where organisation_id = $1 and issued_on between $2::date - 31 and $3::date group by 1),
    done as (select (completed_at at time zone 'Europe/Rome')::date, count(*) from workshop.report_job_card
      where ${days('completed_at')} group by 1),
    opened as (select (created_at at time zone 'Europe/Rome')::date, count(*) from workshop.report_job_card
      where ${days('created_at')} group by 1),
    asked as (select (created_at at time zone 'Europe/Rome')::date, count(*), count(*) filter (where status = 'PENDING')
      from workshop.report_service_request where organisation_id = $1 group by 1),
    paid as (select method, currency, sum(amount_minor) from billing.report_payment
      where status = 'SUCCEEDED' and ${days('paid_at')} group by 1, 2),
    rated as (select created_at >= $2::date::timestamp at time zone 'Europe/Rome', rating, count(*)
      from customer.report_feedback where ${days('created_at').replace('$2::date', '($2::date - 31)')} group by 1, 2),
    drawn as (select (select count(*) from done) + (select count(*) from opened) + (select count(*) from paid)
      + (select count(*) from rated) + (select count(*) from asked) as lines)
    select (select count(*) from customer.report_service_centre where organisation_id = $1 and active),
      (select count(*) from vehicle.report_vehicle where organisation_id = $1 and archived_at is null),
      (select count(*) from inventory.report_stock_level where organisation_id = $1 and low),
      (select sum(minor) from sold where day between $2::date and $3::date), drawn.lines from drawn`,
};
