/**
 * Tables that belong to no organisation, and unique keys that span them: each with the reason why it has to. What
 * is not listed here is keyed by organisation and protected, or the architecture test fails.
 */
export const GLOBAL_TABLES: Readonly<Record<string, string>> = {
  'platform.event_handler': 'Which handler hears which event: made from the code, the same for everybody.',
  'platform.worker_heartbeat': 'Processes of the installation, not of an organisation.',
  'platform.throttle': 'Counts attempts before anybody is known; the subject is a hash.',
  'customer.built_in_role': 'Permissions of the built-in roles: made from the code, the same for everybody.',
};

/** Kept by TypeORM in each schema; no login role may read it. */
export const MIGRATION_TABLE = 'migration';

export const GLOBAL_UNIQUE_KEYS: Readonly<Record<string, string>> = {
  'customer.organisation_slug': 'The slug finds the organisation, so it is unique among all of them.',
};

export const isGlobal = (table: string): boolean =>
  table in GLOBAL_TABLES || table.endsWith(`.${MIGRATION_TABLE}`);

/** Tables and views outside its own schema that a login role may touch. */
export const GRANTS_ELSEWHERE: Readonly<Record<string, string>> = {
  'liftbay_worker on platform.worker_heartbeat':
    'The worker tells that it lives, and finds out who does not.',
  'liftbay_worker on platform.event_handler':
    'The worker tells a handler of a newer program from one that was given up.',
  'liftbay_worker on platform.event_counter': 'The worker measures how far behind its handlers are.',
};
