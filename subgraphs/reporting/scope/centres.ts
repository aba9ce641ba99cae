import { worksIn } from '../../../shared/access/identity';
import { type Sql, sql } from '../../../shared/database/sql';
import { badField } from '../../../shared/errors';
import { isId } from '../../../shared/ids';
import type { Context } from '../../../shared/subgraph/context';

export interface CentreInScope {
  id: string;
  timeZone: string;
  /** The day on which it was opened here: before, there is nothing to keep. */
  since: string;
}

/** The service centres that a report is about, and what their organisation counts in. */
export interface CentreScope {
  organisationId: string;
  centres: readonly CentreInScope[];
  /** Whether these are all of the organisation's, so that what belongs to no centre is in it too. */
  whole: boolean;
  /** Of the only centre, or else of the organisation. */
  timeZone: string;
  /** The organisation's. */
  currency: string;
}

interface CentreRow extends CentreInScope {
  organisationZone: string;
  currency: string;
}

const CENTRES = sql`
  select c.id, c.time_zone as "timeZone", (c.created_at at time zone c.time_zone)::date as since,
    o.time_zone as "organisationZone", o.currency
  from customer.report_service_centre c join customer.report_organisation o on o.organisation_id = c.organisation_id
  order by c.created_at, c.id`;

/** The one that is named, or all in which they work: never more than those. */
export async function centreScope(
  context: Context,
  named: string | null | undefined,
  path = 'serviceCentreId',
): Promise<CentreScope> {
  const { identity, reader } = context;
  const all = await reader.query<CentreRow>(CENTRES);
  const theirs = all.filter(({ id }) => worksIn(identity, id));
  const centres = named ? theirs.filter(({ id }) => id === named) : theirs;
  if (named && (!isId(named) || centres.length === 0))
    throw badField(path, 'SERVICE_CENTRE', 'You do not work in this service centre.');
  const [only, ...others] = centres;
  return {
    organisationId: identity.organisationId!,
    centres,
    whole: !named && identity.serviceCentreIds === null,
    timeZone: only && others.length === 0 ? only.timeZone : (all[0]?.organisationZone ?? 'UTC'),
    currency: all[0]?.currency ?? 'EUR',
  };
}

export const idsOf = ({ centres }: CentreScope): string => `{${centres.map(({ id }) => id).join()}}`;

/** `column` is a service centre of the scope; of all there are, nobody has to look for each. */
export const ofCentres = (scope: CentreScope, column: Sql): Sql =>
  scope.whole ? sql`${column} is not null` : sql`${column} = any(${idsOf(scope)}::uuid[])`;

/** Stock of the centres in scope; of those who see all of the organisation, what lies in central warehouses too. */
export const ofPlaces = (scope: CentreScope, location: Sql): Sql =>
  scope.whole ? sql`true` : ofCentres(scope, sql`${location}.service_centre_id`);
