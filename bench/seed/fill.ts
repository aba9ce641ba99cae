import { Client } from 'pg';
import { TOOLS } from '../../program/demo/history/tools.sql';
import { fillMaterial } from '../../program/demo/history/words';
import { Keyring } from '../../shared/security/keyring';
import type { Say } from '../say';
import { JOBS } from './jobs.sql';
import { MATERIAL } from './material';
import { PEOPLE } from './people.sql';
import type { Shop } from './shops';
import type { Sizes } from './sizes';
import { TRACES } from './traces.sql';
import { VEHICLES } from './vehicles.sql';

const SEALED_SAMPLES = 200;
const TECHNICIANS_A_CENTRE = 3;

/** Fills the shops, past the program's commands, which would take an hour: with all that these keep in step. */
export async function fill(
  databaseUrl: string,
  { shops, sizes, encryptionKeys }: { shops: readonly Shop[]; sizes: Sizes; encryptionKeys: string },
  say: Say,
): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(TOOLS);
    await fillWords(client, new Keyring(encryptionKeys));
    await fillShops(client, shops);
    const steps = { customers: PEOPLE, vehicles: VEHICLES, 'job cards': JOBS, 'their traces': TRACES };
    for (const [what, text] of Object.entries(steps)) {
      const began = performance.now();
      await client.query(withSizes(text, sizes));
      say(`  ${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
    }
    await client.query('vacuum (analyze)');
  } finally {
    await client.end();
  }
}

/** Many statements in one message take no parameters; these are numbers of ours. */
const withSizes = (text: string, sizes: Sizes): string =>
  text.replace(/\$(customers|vehicles|jobCards|makes)\b/g, (_, name: string) =>
    String(name === 'makes' ? MATERIAL.makes!.length : sizes[name as keyof Sizes]),
  );

async function fillWords(client: Client, keyring: Keyring): Promise<void> {
  const seal = (column: string, plain: (n: number) => string) =>
    Array.from({ length: SEALED_SAMPLES }, (_, n) =>
      keyring.encrypt(plain(n), `customer.customer.${column}`),
    );
  const lists = {
    ...MATERIAL,
    street: seal('street', (n) => `Via Emilia ${n + 1}`),
    postal_code: seal('postal_code', (n) => String(41_100 + n)),
    notes: seal('notes', (n) => `Calls before ${8 + (n % 10)} o’clock.`),
    tax_number: seal('tax_number', (n) => `IT0${1_000_000_000 + n}`),
  };
  await fillMaterial(client, lists);
}

/** The centres with their share of the work in per cent, and three technicians in each. */
async function fillShops(client: Client, shops: readonly Shop[]): Promise<void> {
  await client.query(`create temp table shops (shop integer, organisation_id uuid, service_centre_id uuid,
    share_from integer, share_to integer)`);
  for (const [index, { organisationId, centres }] of shops.entries()) {
    let from = 0;
    for (const { id, share } of centres) {
      await client.query('insert into shops values ($1, $2, $3, $4, $5)', [
        index + 1,
        organisationId,
        id,
        from,
        from + share,
      ]);
      from += share;
    }
  }
  await client.query(
    `
create temp table technicians as
select s.organisation_id, s.service_centre_id, place, gen_random_uuid() as id
from shops s cross join generate_series(0, ${TECHNICIANS_A_CENTRE - 1}) as place;
insert into customer.user_account (organisation_id, id, version, created_at, updated_at, email, first_name, last_name,
  role_id, all_centres, active)
select t.organisation_id, t.id, 1, now(), now(), 'technician-' || t.id || '@bench.example',
  pg_temp.pick('first_names', 61, t.place), pg_temp.pick('last_names', 62, t.place), r.id, false, true
from technicians t join customer.role r on r.organisation_id = t.organisation_id and r.kind = 'TECHNICIAN';
insert into customer.user_service_centre (organisation_id, id, version, created_at, updated_at, user_id, service_centre_id)
select organisation_id, gen_random_uuid(), 1, now(), now(), id, service_centre_id from technicians;`,
  );
}
