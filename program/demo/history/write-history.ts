import { Client } from 'pg';
import { OWNER } from '../../../shared/database/roles';
import type { Keyring } from '../../../shared/security/keyring';
import { type Branch, prepareBranch } from './branch';
import { CARE } from './care.sql';
import { DIARY } from './diary.sql';
import { INVOICES, PAYMENTS, QUOTATIONS } from './money.sql';
import { prepareParties } from './parties';
import { PEOPLE } from './people.sql';
import { STOCK } from './stock.sql';
import { TOOLS } from './tools.sql';
import { TRACES } from './traces.sql';
import { JOBS, VISITS } from './visits.sql';
import { prepareWords } from './words';
import { WORK } from './work.sql';

/** Whoever else fills a shop at this moment waits, and finds it filled. */
const LOCK = `select pg_advisory_xact_lock(hashtext('demo'))`;

const WRITTEN = `
select exists (select from branch b join workshop.job_card j on j.organisation_id = b.organisation_id
  and j.service_centre_id = b.service_centre_id and j.created_at < b.until) as written`;

/**
 * Writes what a service centre did until the night before `now`, past the commands, which would take an hour for what
 * takes seconds here: whole or not at all, and with all that the commands keep in step. Nothing of it is an event, for
 * nothing of it is news. False when it is written already. It runs as the owner of the tables, whom the tenant's policy binds.
 */
export async function writeHistory(
  databaseUrl: string,
  keyring: Keyring,
  branch: Branch,
  now: Date,
): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'demo' });
  await client.connect();
  try {
    await client.query(`begin; ${LOCK}; set local role ${OWNER}; set local timezone to 'UTC'; ${TOOLS}`);
    await client.query("select set_config('liftbay.organisation', $1, true)", [branch.organisationId]);
    await prepareBranch(client, branch, now);
    const { rows } = await client.query<{ written: boolean }>(WRITTEN);
    if (rows[0]!.written) return false;
    await prepareWords(client, keyring);
    for (const part of [VISITS, PEOPLE, JOBS, WORK, DIARY, STOCK]) await client.query(part);
    await prepareParties(client, keyring);
    for (const part of [INVOICES, PAYMENTS, QUOTATIONS, CARE, TRACES]) await client.query(part);
    await client.query('commit');
    return true;
  } finally {
    await client.end();
  }
}
