/** What was before a state, in the order in which it came. */
export const JOB_PATHS = `(values
  ('CREATED', array['CREATED']),
  ('INSPECTED', array['CREATED','INSPECTED']),
  ('ASSIGNED', array['CREATED','INSPECTED','ASSIGNED']),
  ('IN_PROGRESS', array['CREATED','INSPECTED','ASSIGNED','IN_PROGRESS']),
  ('WAITING_PARTS', array['CREATED','INSPECTED','ASSIGNED','IN_PROGRESS','WAITING_PARTS']),
  ('WAITING_APPROVAL', array['CREATED','INSPECTED','ASSIGNED','IN_PROGRESS','WAITING_APPROVAL']),
  ('PAUSED', array['CREATED','INSPECTED','ASSIGNED','IN_PROGRESS','PAUSED']),
  ('COMPLETED', array['CREATED','INSPECTED','ASSIGNED','IN_PROGRESS','COMPLETED']),
  ('DELIVERED', array['CREATED','INSPECTED','ASSIGNED','IN_PROGRESS','COMPLETED','DELIVERED']),
  ('CANCELLED', array['CREATED','CANCELLED'])) as path (status, steps)`;

/** Any number below 16^6 as a code that customers type: no two give the same. */
export const trackingCode = (number: string): string =>
  `translate(lpad(to_hex((${number}) & 16777215), 6, '0'), '0123456789abcdef', '23456789ABCDEFGH')`;
