import { Client } from 'pg';
import type { Invariant } from './invariant';

export interface Breach {
  organisationId: string;
  what: string;
}

export interface Audited {
  invariant: Invariant;
  /** At most so many of each organisation. */
  breaches: Breach[];
}

/** A mistake in a program breaks thousands of rows in the same way. */
const MOST_TOLD = 20;

/**
 * Recomputes invariants, each organisation by itself and each invariant on one state of the data: what is written
 * meanwhile is seen whole or not at all. `url` is the subgraph's own access.
 */
export async function audit(
  url: string,
  invariants: readonly Invariant[],
  organisationIds: readonly string[],
): Promise<Audited[]> {
  const client = new Client({ connectionString: url, application_name: 'audit' });
  await client.connect();
  try {
    await client.query('set default_transaction_read_only = on');
    const audited: Audited[] = invariants.map((invariant) => ({ invariant, breaches: [] }));
    for (const organisationId of organisationIds) {
      await client.query("select set_config('liftbay.organisation', $1, false)", [organisationId]);
      for (const { invariant, breaches } of audited) {
        const { rows } = await client.query<{ what: string }>(
          `select what from (${invariant.breaches}) as breach limit ${MOST_TOLD}`,
        );
        breaches.push(...rows.map(({ what }) => ({ organisationId, what })));
      }
    }
    return audited;
  } finally {
    await client.end();
  }
}

/** Every organisation, which no login but the administrator's may know. */
export async function everyOrganisation(databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('set role liftbay_platform_door');
    const { rows } = await client.query<{ id: string }>(
      'select organisation_id as id from platform.tenant_clock order by 1',
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}
