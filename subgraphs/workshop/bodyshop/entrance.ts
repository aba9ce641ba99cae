import { ANONYMOUS } from '../../../shared/access/identity';
import { sql } from '../../../shared/database/sql';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';

/** The organisation with this slug, or the only one of the deployment; null when there is none with the slug. */
export async function organisationNamed(
  context: Context,
  slug: string | null | undefined,
  path: string,
): Promise<string | null> {
  const [row] = await context.reader.query<{ id: string | null }>(
    slug
      ? sql`select customer.organisation_by_slug(${slug}) as id`
      : sql`select customer.only_organisation() as id`,
  );
  if (!row?.id && !slug) throw badField(path, 'REQUIRED', 'Say which organisation, by its slug.');
  return row?.id ?? null;
}

/** The same request inside an organisation, on nobody's behalf. */
export const nobodyIn = (context: Context, organisationId: string): Context =>
  context.as({ ...ANONYMOUS, organisationId });

/** Where a request without a sign-in comes from: what limits are counted by. */
export const addressOf = ({ facts }: Context): string => facts.address ?? 'unknown';
