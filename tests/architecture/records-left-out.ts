const OF_THE_PROGRAM = 'How the program works, not what the organisation has.';
const FOLLOWS = 'Follows from records that are in the copy.';
const SECRET = 'Opens something: it stays in the house.';

/** Tables that are in no copy of an organisation's records, each with the reason. */
export const NO_RECORDS: Readonly<Record<string, string>> = {
  'billing.provider_event': 'Which messages of a provider were taken; the payments are in the copy.',
  'customer.customer_centre': FOLLOWS,
  'customer.recovery_code': SECRET,
  'customer.refresh_token': SECRET,
  'platform.access_log': 'In the copy by its view.',
  'platform.audit_log': 'In the copy by its view.',
  'platform.clockwork': OF_THE_PROGRAM,
  'platform.event': 'What was changed is told by the audit log.',
  'platform.event_counter': OF_THE_PROGRAM,
  'platform.idempotency_key': OF_THE_PROGRAM,
  'platform.event_listener': OF_THE_PROGRAM,
  'platform.inbox': OF_THE_PROGRAM,
  'platform.link': SECRET,
  'platform.number_series': FOLLOWS,
  'platform.tenant_clock': OF_THE_PROGRAM,
  'reporting.customer_worth': FOLLOWS,
  'reporting.day_figure': FOLLOWS,
  'reporting.day_rollup': FOLLOWS,
  'reporting.month_figure': FOLLOWS,
  'reporting.month_rollup': FOLLOWS,
  'reporting.worth_rollup': FOLLOWS,
  'reporting.worth_total': FOLLOWS,
  'vehicle.vehicle_centre': FOLLOWS,
  'workshop.booked_resource': FOLLOWS,
  'workshop.technician_time': FOLLOWS,
};
