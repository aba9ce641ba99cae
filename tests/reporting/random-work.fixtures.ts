import { randomUUID } from 'node:crypto';
import type { Tables, Tools } from './random-shop.fixtures';

const DAY = 24 * 3_600_000;

export function randomWork({
  centres,
  technicians,
  customers,
  serviceItems,
  currencies,
  until,
  days,
  many,
  at,
  later,
  record,
  number,
  some,
  below,
  one,
  chance,
}: Tools): Tables {
  const jobs = some(many, (n) => {
    const created = at();
    const started = chance(0.8) ? later(created, 30) : null;
    const completed = started && chance(0.8) ? later(started, 100) : null;
    const delivered = completed && chance(0.6) ? later(completed, 40) : null;
    const cancelled = !started && chance(0.5);
    return {
      ...record(created),
      number: number('JC', n),
      service_centre_id: one(centres),
      vehicle_id: randomUUID(),
      customer_id: one(customers),
      technician_id: one(technicians),
      complaint: 'It rattles.',
      priority: 'MEDIUM',
      status: cancelled
        ? 'CANCELLED'
        : delivered
          ? 'DELIVERED'
          : completed
            ? 'COMPLETED'
            : started
              ? 'IN_PROGRESS'
              : 'ASSIGNED',
      promised_at: chance(0.5) ? later(created, 90) : null,
      started_at: started,
      completed_at: completed,
      delivered_at: delivered,
    };
  });
  const changes = jobs
    .filter(({ status }) => status === 'CANCELLED')
    .map((job) => ({
      ...record(later(job.created_at as Date, 30)),
      job_card_id: job.id,
      from_status: 'ASSIGNED',
      to_status: 'CANCELLED',
    }));
  const services = jobs.flatMap((job) =>
    some(below(4), () => {
      const finished = job.completed_at && chance(0.8) ? later(job.created_at as Date, 60) : null;
      return {
        ...record(job.created_at as Date),
        job_card_id: job.id,
        service_item_id: chance(0.7) ? one(serviceItems) : null,
        name: 'Oil change',
        quantity: one(['1', '2.5']),
        labour_hours: chance(0.8) ? one(['0.5', '1.25', '0.3333']) : null,
        pricing: 'FIXED',
        status: finished ? (chance(0.9) ? 'COMPLETED' : 'SKIPPED') : 'PENDING',
        started_at: finished,
        finished_at: finished,
        finished_by_id: finished ? one(technicians) : null,
      };
    }),
  );
  // One after the other for each technician, because nobody works twice at once.
  let clock = until.getTime() - (days + 1) * DAY;
  const times = some(many, (n) => {
    const started = new Date(clock + below(20 * 3600) * 1000);
    const ended = new Date(started.getTime() + below(5 * 3600) * 1000);
    clock = ended.getTime() + 1000;
    return {
      ...record(started),
      technician_id: technicians[n % technicians.length],
      service_centre_id: one(centres),
      job_card_id: one(jobs).id,
      started_at: started,
      ended_at: ended,
    };
  }).filter(({ ended_at }) => ended_at.getTime() < until.getTime());
  const shifts = technicians.flatMap((technician_id) =>
    centres.flatMap((service_centre_id) => [
      {
        ...record(at()),
        service_centre_id,
        technician_id,
        kind: 'WEEKLY',
        from_date: '2020-01-01',
        to_date: null,
        spans: some(5, (n) => ({ weekday: n + 1, from: 480, until: 900 + 60 * below(3) })),
        reason: null,
      },
      {
        ...record(at()),
        service_centre_id,
        technician_id,
        kind: 'DAYS',
        from_date: at().toISOString().slice(0, 10),
        to_date: until.toISOString().slice(0, 10),
        spans: chance(0.5) ? [] : [{ from: 600, until: 720 }],
        reason: null,
      },
    ]),
  );
  const appointments = some(many, (n) => {
    const starts = at();
    const status = one(['BOOKED', 'CONFIRMED', 'CANCELLED', 'NO_SHOW']);
    return {
      ...record(starts),
      number: number('APT', n),
      service_centre_id: one(centres),
      customer_id: one(customers),
      bay_id: randomUUID(),
      starts_at: starts,
      ends_at: new Date(starts.getTime() + 60_000),
      minutes: 1,
      service_item_ids: [],
      status,
      override_reason: 'As it is written down',
      overridden_by_id: randomUUID(),
    };
  });
  const requests = some(many, (n) => ({
    ...record(at()),
    number: number('SR', n),
    service_centre_id: one(centres),
    customer_id: one(customers),
    vehicle_id: randomUUID(),
    type: 'SERVICE',
    service: one(['REGULAR', 'REPAIR', 'INSPECTION', 'EMERGENCY']),
    description: 'It rattles.',
    priority: 'MEDIUM',
    status: one(['PENDING', 'APPROVED', 'COMPLETED']),
    home_service: false,
  }));
  const requestChanges = requests
    .filter(({ status }) => status === 'COMPLETED')
    .map((request) => ({
      ...record(later(request.created_at as Date, 200)),
      service_request_id: request.id,
      from_status: 'IN_PROGRESS',
      to_status: 'COMPLETED',
    }));
  const feedback = some(many, () => ({
    ...record(at()),
    job_card_id: randomUUID(),
    customer_id: one(customers),
    service_centre_id: one(centres),
    technician_id: chance(0.8) ? one(technicians) : null,
    rating: 1 + below(5),
    feedback_type: 'OVERALL',
    status: 'PENDING',
  }));
  const leads = some(many, (n) => {
    const created = at();
    const status = one(['NEW', 'CONVERTED', 'LOST']);
    const value = chance(0.7);
    return {
      ...record(created),
      number: number('LD', n),
      service_centre_id: one(centres),
      status,
      first_name: 'Lea',
      last_name: 'Lead',
      source: one(['CALL_CENTRE', 'WALK_IN', 'ONLINE', 'REFERRAL']),
      interest: 'SERVICE',
      estimated_value_minor: value ? below(100_000) : null,
      estimated_value_currency: value ? one(currencies) : null,
      customer_id: status === 'CONVERTED' ? one(customers) : null,
      converted_at: status === 'CONVERTED' ? later(created, 300) : null,
    };
  });
  return [
    ['workshop.job_card', jobs],
    ['workshop.job_card_status_change', changes],
    ['workshop.job_service', services],
    ['workshop.time_entry', times],
    ['workshop.shift', shifts],
    ['workshop.appointment', appointments],
    ['workshop.service_request', requests],
    ['workshop.service_request_status_change', requestChanges],
    ['customer.feedback', feedback],
    ['customer.lead', leads],
  ];
}
