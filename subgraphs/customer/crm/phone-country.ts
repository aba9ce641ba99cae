import { sql } from '../../../shared/database/sql';
import type { Context } from '../../../shared/subgraph/context';

/** The country whose national numbers are meant: the service centre's, or else the organisation's. */
export async function phoneCountry(context: Context, serviceCentreId: string | null): Promise<string> {
  const { organisationId, serviceCentreIds } = context.identity;
  const centre = serviceCentreId ?? (serviceCentreIds?.length === 1 ? serviceCentreIds[0] : null);
  const [row] = await context.reader.query<{ country: string }>(
    sql`select coalesce(
          (select c.country from customer.service_centre c where c.organisation_id = o.organisation_id and c.id = ${centre}),
          o.country) as country
        from customer.organisation o where o.organisation_id = ${organisationId}`,
  );
  return row!.country;
}
