import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { requireOrganisation } from '../../../shared/access/identity';
import { Internal } from '../../../shared/access/permission';
import { sql } from '../../../shared/database/sql';
import { Context } from '../../../shared/subgraph/context';
import { activeStaff, mayIn } from './staff-holding';

/** Asked by other subgraphs on the program's behalf; clients do not see it. */
@Resolver()
export class StaffHoldingResolver {
  @Query(() => [ID], { description: 'The staff who hold a permission in a service centre.' })
  @Internal()
  async staffHolding(
    @Arg('permission', { description: 'What they may do.' }) permission: string,
    @Arg('serviceCentreId', () => ID, {
      nullable: true,
      description: 'Where; null for what belongs to no service centre.',
    })
    serviceCentreId: string | null,
    @Ctx() context: Context,
  ): Promise<string[]> {
    const organisationId = requireOrganisation(context.identity);
    const rows = await context.reader.query<{ id: string }>(
      sql`select u.id from ${activeStaff(organisationId)} and u.customer_id is null
          and ${mayIn(serviceCentreId, permission)} order by u.id`,
    );
    return rows.map(({ id }) => id);
  }
}
