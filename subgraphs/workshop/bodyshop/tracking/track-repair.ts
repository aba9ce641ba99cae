import { notFound } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { nobodyIn, organisationNamed } from '../entrance';
import { guarded } from './guessing';
import { readTracked, type Tracked } from './read-tracked';
import { knows } from './second-factor';
import { trackedRepairsOf } from './tracked-cache';
import type { TrackedRepair } from './tracked-repair.type';
import { codeTyped } from './tracking-code';

export interface TrackRepair {
  organisation?: string | null;
  code: string;
  secondFactor: string;
}

/** A card that somebody has shown to know. */
export interface Found {
  organisationId: string;
  cardId: string;
  repair: TrackedRepair;
}

/** Has no rows: what is asked of a slug that nobody has is looked for in it. */
const NO_ORGANISATION = '00000000-0000-0000-0000-000000000000';

/** One answer for an organisation, a code and a second factor that are wrong, after the same work. */
export async function findRepair(context: Context, asked: TrackRepair): Promise<Found> {
  const place = await placeOf(context, asked);
  const { organisationId, code, read } = place;
  const found = await guarded(context, place, async () => {
    const tracked = await trackedRepairsOf(context.kernel).find(organisationId, code, read);
    return foundBy(asked, organisationId, tracked);
  });
  return orFail(found);
}

/**
 * For who has found it before, and does not guess any more: it counts nowhere. Not from the cache, which in this
 * process may still have to hear of what has happened.
 */
export async function findRepairAgain(context: Context, asked: TrackRepair): Promise<Found> {
  const { organisationId, read } = await placeOf(context, asked);
  return orFail(foundBy(asked, organisationId, await read()));
}

async function placeOf(context: Context, asked: TrackRepair) {
  const named = await organisationNamed(context, asked.organisation, 'organisation');
  const organisationId = named ?? NO_ORGANISATION;
  const code = codeTyped(asked.code);
  const inside = nobodyIn(context, organisationId);
  return { organisationId, code, read: () => readTracked(inside, organisationId, code) };
}

function foundBy({ secondFactor }: TrackRepair, organisationId: string, tracked: Tracked): Found | null {
  const { factors, shown } = tracked;
  return knows(secondFactor, factors) && shown ? { organisationId, ...shown } : null;
}

function orFail(found: Found | null): Found {
  if (!found) throw notFound('Repair');
  return found;
}
