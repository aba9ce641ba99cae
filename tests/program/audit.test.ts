import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { cloneDatabase } from '../harness/databases';
import { baseEnvironment } from '../harness/environment';
import { ROOT } from './program.fixtures';

/** A level that no movement accounts for. */
const UNACCOUNTED = `
with organisation as (
  insert into platform.tenant_clock (organisation_id, time_zone) values (gen_random_uuid(), 'Europe/Rome') returning *
), part as (
  insert into inventory.part (organisation_id, id, version, created_at, updated_at, sku, name, category, unit)
  select organisation_id, gen_random_uuid(), 1, now(), now(), 'FILTER', 'Filter', 'SPARE_PART', 'PIECE' from organisation
  returning *
), place as (
  insert into inventory.stock_location (organisation_id, id, version, created_at, updated_at, name, kind, active)
  select organisation_id, gen_random_uuid(), 1, now(), now(), 'Store', 'CENTRAL_WAREHOUSE', true from organisation
  returning *
)
insert into inventory.stock_level (organisation_id, id, version, created_at, updated_at, part_id, location_id, part_sku,
  part_category, on_hand, reserved, low, movements, reservations)
select p.organisation_id, gen_random_uuid(), 1, now(), now(), p.id, l.id, p.sku, p.category, 5, 0, false, 0, 0
from part p cross join place l returning organisation_id as id`;

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** As a person runs it, on a database that is there. */
async function auditOf(url: string): Promise<Ended> {
  const env = { PATH: process.env.PATH, ...baseEnvironment(url, 0) };
  return promisify(execFile)(process.execPath, ['dist/tools/audit.js'], { cwd: ROOT, env }).then(
    (output) => ({ code: 0, ...output }),
    (failed: Ended) => failed,
  );
}

it('says of each invariant whether it agrees, and ends with 1 when one does not', async () => {
  const database = await cloneDatabase('audit');
  const client = new Client({ connectionString: database.url });
  try {
    await client.connect();
    const good = await auditOf(database.url);
    expect([good.code, good.stderr]).toEqual([0, '']);
    expect(good.stdout).toMatch(/^agrees {2}inventory: What is on hand is the sum of the movements\.$/m);
    expect(good.stdout).toMatch(/^0 organisations\.$/m);
    const { rows } = await client.query<{ id: string }>(UNACCOUNTED);
    const bad = await auditOf(database.url);
    expect([bad.code, bad.stderr]).toEqual([1, '1 breach.\n']);
    expect(bad.stdout).toContain(
      `BROKEN  inventory: What is on hand is the sum of the movements.\n        ${rows[0]!.id}: FILTER in Store: 5.000 on hand, 0 by the movements\n`,
    );
  } finally {
    await client.end();
    await database.drop();
  }
});
