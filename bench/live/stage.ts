import { join } from 'node:path';
import { Client } from 'pg';
import { installationEnvironment, openInstallation } from '../contenders/installation';
import { startWhole } from '../contenders/ours';
import { ROOT } from '../place';
import type { Say } from '../say';
import { openDatabase } from '../seed/database';
import { ADVISORS, advisor, advisorsCentres, signIn } from '../seed/shops';
import { SMALL } from '../seed/sizes';

/** Sockets of a session are limited: each of these carries as many as that. */
const SESSIONS_OF_EACH = 9;
const CARDS = 200;

/** A running program with whatever its subscribers and writers need. */
export interface LiveStage {
  url: string;
  pid: number;
  databaseUrl: string;
  organisationId: string;
  tokens: string[];
  cards: string[];
  close(): Promise<void>;
}

export async function openStage(say: Say): Promise<LiveStage> {
  const installation = openInstallation(join(ROOT, '.data', 'bench-check'));
  const database = await openDatabase(installation, SMALL, say);
  const environment = {
    ...installationEnvironment(installation, database.url),
    // Subscribers come as from addresses of their own; writers have no budget to keep to.
    TRUSTED_PROXIES: '1',
  };
  try {
    const { child, url } = await startWhole(environment, installation);
    const [shop] = database.shops;
    const tokens: string[] = [];
    for (let n = 0; n < ADVISORS * SESSIONS_OF_EACH; n += 1)
      tokens.push(await signIn(url, { organisation: shop!.slug, login: advisor(n % ADVISORS) }));
    return {
      url,
      pid: child.pid,
      databaseUrl: database.url,
      organisationId: shop!.organisationId,
      tokens,
      cards: await cardsOf(database.url, shop!.organisationId, advisorsCentres(shop!)),
      async close() {
        await child.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function cardsOf(databaseUrl: string, organisationId: string, centres: string[]): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `select id from workshop.job_card where organisation_id = $1 and service_centre_id = any($2::uuid[])
         and status in ('ASSIGNED', 'IN_PROGRESS') order by id limit $3`,
      [organisationId, centres, CARDS],
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}
