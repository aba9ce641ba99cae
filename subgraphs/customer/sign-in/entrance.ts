import { ANONYMOUS } from '../../../shared/access/identity';
import { sql } from '../../../shared/database/sql';
import { ApiError, badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import type { Organisation } from '../identity/organisation.entity';
import { organisations } from '../identity/organisation.loader';

/** An organisation as somebody comes to it who is not signed in. */
export interface Entrance {
  organisation: Organisation;
  /** Works in the organisation, on nobody's behalf. */
  context: Context;
}

/** The organisation with this slug, or the only one of the deployment; null when there is none with the slug. */
export async function enter(
  context: Context,
  slug: string | null | undefined,
  path = 'input.organisation',
): Promise<Entrance | null> {
  const [row] = await context.reader.query<{ id: string | null }>(
    slug
      ? sql`select customer.organisation_by_slug(${slug}) as id`
      : sql`select customer.only_organisation() as id`,
  );
  const id = row?.id;
  if (!id && !slug) throw badField(path, 'REQUIRED', 'Say which organisation, by its slug.');
  if (!id) return null;
  const inside = nobodyIn(context, id);
  return { organisation: await inside.loadOrFail(organisations, id), context: inside };
}

export async function enterOrFail(
  context: Context,
  slug: string | null | undefined,
  path = 'input.organisation',
): Promise<Entrance> {
  const entrance = await enter(context, slug, path);
  if (!entrance) throw badField(path, 'UNKNOWN', 'There is no organisation with this slug.');
  return entrance;
}

export function requireSelfRegistration({ selfRegistration }: Organisation): void {
  if (!selfRegistration)
    throw new ApiError(
      'FEATURE_OFF',
      'One does not register oneself here: ask the organisation for an invitation.',
    );
}

/** The same request inside an organisation, on nobody's behalf. */
export const nobodyIn = (context: Context, organisationId: string): Context =>
  context.as({ ...ANONYMOUS, organisationId });

/** The same request on behalf of a user who has just shown who they are; it gives no permission. */
export const userIn = (context: Context, organisationId: string, userId: string): Context =>
  context.as({ ...ANONYMOUS, kind: 'USER', organisationId, actorId: userId });
