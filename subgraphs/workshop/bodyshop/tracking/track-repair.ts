import { notFound } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { nobodyIn, organisationNamed } from '../entrance';
import { guarded } from './guessing';
import { readTracked } from './read-tracked';
import { knows } from './second-factor';
import { trackedRepairsOf } from './tracked-cache';
import type { TrackedRepair } from './tracked-repair.type';
import { codeTyped } from './tracking-code';

export interface TrackRepair {
  organisation?: string | null;
  code: string;
  secondFactor: string;
}

/** Has no rows: what is asked of a slug that nobody has is looked for in it. */
const NO_ORGANISATION = '00000000-0000-0000-0000-000000000000';

/** One answer for an organisation, a code and a second factor that are wrong, after the same work. */
export async function trackRepair(context: Context, asked: TrackRepair): Promise<TrackedRepair> {
  const organisationId =
    (await organisationNamed(context, asked.organisation, 'organisation')) ?? NO_ORGANISATION;
  const code = codeTyped(asked.code);
  const inside = nobodyIn(context, organisationId);
  const repair = await guarded(context, { organisationId, code }, async () => {
    const tracked = await trackedRepairsOf(context.kernel).find(organisationId, code, () =>
      readTracked(inside, organisationId, code),
    );
    return knows(asked.secondFactor, tracked.factors) ? tracked.repair : null;
  });
  if (!repair) throw notFound('Repair');
  return repair;
}
