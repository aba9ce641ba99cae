import { openJobPart } from '../api/job-parts.fixtures';
import type { TestGraph } from '../harness/graph';
import type { Maker } from './records.fixtures';

/** Kinds of what jobs need and use. */
export const JOB_PART_KINDS = ['jobPart'] as const;

/** Of four, two are handed out: something can be issued, returned and cancelled. */
const jobPart =
  (card: () => Maker): Maker =>
  async (world, host, owner, place) => {
    const jobCardId = await card()(world, host, owner, place);
    return jobCardId && openJobPart(host, jobCardId);
  };

export const jobPartMakers = (card: () => Maker) => ({ jobPart: jobPart(card) });

export async function jobOf(graph: TestGraph, id: string): Promise<string> {
  const [row] = await graph.sql<{ job: string }>(
    'select job_card_id as job from inventory.job_part where id = $1',
    [id],
  );
  return row!.job;
}
