import 'reflect-metadata';
import { APPS } from '../program/apps';
import { roleUrl } from '../shared/database/roles';
import { readEnvironment } from '../shared/environment';
import { type Audited, audit, everyOrganisation } from '../shared/invariants/audit';
import { loadSecrets } from '../shared/secrets';
import { onDatabase } from './on-database';

/**
 * `npm run audit`: what must be true of the data is recomputed from what it follows from. Reads only, so it may run
 * beside a system at work: on the database of DATABASE_URL, or on the program's own.
 */
async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  const { secretKey } = loadSecrets(environment);
  const found = await onDatabase(environment, async (databaseUrl) => {
    const organisations = await everyOrganisation(databaseUrl);
    let breaches = 0;
    for (const { name, invariants = [] } of APPS) {
      if (invariants.length === 0) continue;
      const audited = await audit(roleUrl(databaseUrl, secretKey, name), invariants, organisations);
      for (const each of audited) breaches += tell(name, each);
    }
    console.log(`${organisations.length} ${organisations.length === 1 ? 'organisation' : 'organisations'}.`);
    return breaches;
  });
  if (found) throw new Error(`${found} ${found === 1 ? 'breach' : 'breaches'}.`);
}

function tell(subgraph: string, { invariant, breaches }: Audited): number {
  console.log(`${breaches.length ? 'BROKEN' : 'agrees'}  ${subgraph}: ${invariant.name}.`);
  for (const { organisationId, what } of breaches) console.log(`        ${organisationId}: ${what}`);
  return breaches.length;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
