import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { installationEnvironment, openInstallation } from '../contenders/installation';
import { startWhole } from '../contenders/ours';
import { ask } from '../load/graph-client';
import { ROOT } from '../place';
import type { Say } from '../say';
import { openDatabase } from '../seed/database';
import { ADVISORS, advisor, advisorsCentres, signIn } from '../seed/shops';
import { SMALL } from '../seed/sizes';

/** Sockets of a session are limited: each of these carries as many as that. */
const SESSIONS_OF_EACH = 18;
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
      cards: await openCards(url, tokens[0]!, advisorsCentres(shop!)[0]!),
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

interface Page {
  vehicles: { nodes: { id: string }[]; pageInfo: { endCursor: string } };
}

const VEHICLES = `query ($after: String) {
  vehicles(first: 100, after: $after) { nodes { id } pageInfo { endCursor } } }`;
const OPEN_CARD = `mutation ($input: CreateJobCardInput!) { createJobCard(input: $input) { id } }`;

/** Cards that nobody but the writers changes. */
async function openCards(url: string, token: string, serviceCentreId: string): Promise<string[]> {
  const cards: string[] = [];
  let after: string | null = null;
  while (cards.length < CARDS) {
    const { vehicles }: Page = await ask<Page>(url, VEHICLES, { after }, token);
    for (const { id: vehicleId } of vehicles.nodes) {
      const input = { vehicleId, serviceCentreId, complaint: 'Watched', idempotencyKey: randomUUID() };
      const made = await ask<{ createJobCard: { id: string } }>(url, OPEN_CARD, { input }, token);
      cards.push(made.createJobCard.id);
    }
    after = vehicles.pageInfo.endCursor;
  }
  return cards;
}
