import type { TestGraph } from '../harness/graph';
import { levelOf, type PartsShop, partsOf } from './job-parts.fixtures';

export const VERBS = ['issue', 'return', 'cancel'] as const;
export type TalliedVerb = (typeof VERBS)[number];

/** A line, and how much of it went through, as those who asked were told. Job and part are positions in their lists. */
export interface Tally {
  id: string;
  job: number;
  part: number;
  done: Record<TalliedVerb, number>;
}

export interface Told {
  jobs: readonly string[];
  parts: readonly string[];
  lines: readonly Tally[];
  /** Of each part, in the store. */
  received: readonly number[];
}

/** At rest: everything happened that somebody was told, and nothing else; no job waits for what is there. */
export async function expectAddsUp(
  graph: TestGraph,
  place: PartsShop,
  { jobs, parts, lines, received }: Told,
): Promise<void> {
  const { client } = place.manager;
  const rows = (await Promise.all(jobs.map((id) => partsOf(client, id)))).flatMap((each) => each!);
  const amounts = rows.map(({ id, issued, returned, cancelled }) => ({ id, issued, returned, cancelled }));
  const told = lines.map(({ id, done }) => ({
    id,
    issued: String(done.issue),
    returned: String(done.return),
    cancelled: String(done.cancel),
  }));
  expect(inOrder(amounts)).toEqual(inOrder(told));
  for (const [part, id] of parts.entries()) {
    const own = lines.filter((line) => line.part === part);
    const used = own.reduce((sum, { done }) => sum + done.issue - done.return, 0);
    const level = await levelOf(graph, id, place.store);
    expect(level.onHand).toBe(received[part]! - used);
    const held = rows.filter((row) => own.some((line) => line.id === row.id));
    expect(held.reduce((sum, { reserved }) => sum + Number(reserved), 0)).toBe(level.reserved);
    if (held.some(({ status }) => status === 'WAITING')) expect(level.available).toBe(0);
  }
  expect(await disagreeing(graph, place)).toEqual([]);
  await expectNumbered(graph, jobs);
}

const inOrder = <T extends { id: string }>(rows: T[]): T[] => rows.sort((a, b) => (a.id < b.id ? -1 : 1));

/** Levels and lines that are not what the movements and the reservations make of them. */
const disagreeing = (graph: TestGraph, { shop }: PartsShop): Promise<object[]> =>
  graph.sql(
    `select l.id from inventory.stock_level l where l.organisation_id = $1 and (
       l.on_hand <> (select coalesce(sum(m.quantity), 0) from inventory.stock_movement m
         where m.organisation_id = l.organisation_id and m.part_id = l.part_id and m.location_id = l.location_id)
       or l.reserved <> (select coalesce(sum(r.quantity), 0) from inventory.stock_reservation r
         where r.organisation_id = l.organisation_id and r.part_id = l.part_id and r.location_id = l.location_id))
     union all
     select p.id from inventory.job_part p where p.organisation_id = $1
       and p.quantity - p.issued - p.cancelled - p.missing <> (select coalesce(sum(r.quantity), 0)
         from inventory.stock_reservation r where r.organisation_id = p.organisation_id and r.reference_line_id = p.id)`,
    [shop.id],
  );

/** Each change of a job's parts was told once, under a number of its own. */
async function expectNumbered(graph: TestGraph, jobs: readonly string[]): Promise<void> {
  for (const id of jobs) {
    const told = await graph.sql<{ revision: number }>(
      `select (payload->>'revision')::int as revision from platform.event
       where subject_id = $1 and name = 'JobPartsChanged' order by position`,
      [id],
    );
    expect(told.map(({ revision }) => revision)).toEqual(told.map((_, n) => n + 1));
  }
}
