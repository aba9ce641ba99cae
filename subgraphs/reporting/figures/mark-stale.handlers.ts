import { type Sql, sql } from '../../../shared/database/sql';
import type { EventHandler, RecordedEvent } from '../../../shared/events/handler';
import { forgetWorth } from '../worth/forget-worth';

/**
 * Which days a change touches, as the record says itself: `centre_id` and `at`, an instant, or `day`. Only what can
 * change a day that is over is listened to; the last two days are counted each time anyway.
 */
type Touched = (event: RecordedEvent) => Sql;

const none = sql`null::timestamptz`;

const payment: Touched = ({ subjectId }) => sql`
  select p.service_centre_id as centre_id, p.paid_at as at, null::date as day
  from billing.report_payment p where p.id = ${subjectId}
  union all
  select p.service_centre_id, r.created_at, null from billing.report_payment p
  join billing.report_refund r on r.payment_id = p.id where p.id = ${subjectId}`;

const invoice: Touched = ({ subjectId }) => sql`
  select i.service_centre_id as centre_id, ${none} as at, i.issued_on as day
  from billing.report_invoice i where i.id = ${subjectId}`;

const creditNote: Touched = ({ subjectId }) => sql`
  select n.service_centre_id as centre_id, ${none} as at, n.issued_on as day
  from billing.report_credit_note n where n.id = ${subjectId}`;

const job: Touched = ({ subjectId }) => sql`
  select j.service_centre_id as centre_id, x.at, null::date as day from workshop.report_job_card j
  cross join lateral (values (j.created_at), (j.completed_at), (j.delivered_at)) as x(at) where j.id = ${subjectId}`;

/** Where it was before it was corrected, and where it is now. */
const timeEntry: Touched = ({ payload }) => sql`
  select e.service_centre_id as centre_id, x.at, null::date as day from workshop.report_time_entry e
  left join workshop.report_time_entry_correction c on c.time_entry_id = e.id
  cross join lateral (values (e.started_at), (c.from_started_at), (c.to_started_at)) as x(at)
  where e.id = ${payload.timeEntryId ?? null}::uuid`;

const appointment: Touched = ({ subjectId }) => sql`
  select a.service_centre_id as centre_id, a.starts_at as at, null::date as day
  from workshop.report_appointment a where a.id = ${subjectId}`;

const feedback: Touched = ({ subjectId }) => sql`
  select f.service_centre_id as centre_id, f.created_at as at, null::date as day
  from customer.report_feedback f where f.id = ${subjectId}`;

const TOUCHED: Readonly<Record<string, Touched>> = {
  PaymentReceived: payment,
  PaymentVoided: payment,
  PaymentRefunded: payment,
  InvoiceIssued: invoice,
  CreditNoteIssued: creditNote,
  JobCardCompleted: job,
  JobCardDelivered: job,
  TimeEntryStopped: timeEntry,
  TimeEntryCorrected: timeEntry,
  AppointmentCancelled: appointment,
  AppointmentMissed: appointment,
  FeedbackReceived: feedback,
};

/** In the transaction that takes the event: a day is stale for whoever reads after it. */
const recordHandlers: EventHandler[] = Object.entries(TOUCHED).map(([event, touched]) => ({
  event,
  name: `reporting.mark-stale-on-${event}`,
  async handle(tx, recorded) {
    await tx.query(sql`
      with touched as (${touched(recorded)}), marked as (
        update reporting.day_rollup r set stale = true from touched t
        where r.organisation_id = ${tx.organisationId} and r.service_centre_id = t.centre_id
          and r.day = coalesce(t.day, (t.at at time zone r.time_zone)::date) and not r.stale)
      ${forgetWorth(tx)}`);
  },
}));

/** A shift decides on how much somebody was to work for as long as it holds, and may have been made for the past. */
const shiftHandler: EventHandler = {
  event: 'ShiftChanged',
  name: 'reporting.mark-stale-on-ShiftChanged',
  async handle(tx, { payload }) {
    await tx.query(sql`
      update reporting.day_rollup r set stale = true
      where r.organisation_id = ${tx.organisationId} and not r.stale
        and r.service_centre_id = ${payload.serviceCentreId ?? null}::uuid`);
  },
};

export const markStaleHandlers: readonly EventHandler[] = [...recordHandlers, shiftHandler];
