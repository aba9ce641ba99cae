import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Internal } from '../../../shared/access/permission';
import { newestHits } from '../../../shared/database/search';
import { sql } from '../../../shared/database/sql';
import { Context } from '../../../shared/subgraph/context';
import { matchesCustomer } from './list-customers';

/** More than the customers of one surname; what is searched by them shows fewer. */
const MOST = 2000;

/** For lists of other subgraphs, which are searched by customers: those show what is theirs to show. */
@Resolver()
export class FoundCustomersResolver {
  @Query(() => [ID], {
    description: 'The newest customers that a search finds, archived ones too: their ids.',
  })
  @Internal()
  async foundCustomers(
    @Arg('search', { description: 'As for a list of customers.' }) search: string,
    @Ctx() context: Context,
  ): Promise<string[]> {
    const rows = await context.reader.query<{ id: string }>(
      newestHits(
        sql`select t.id, t.created_at from customer.customer_search t where ${matchesCustomer(search)}`,
        MOST,
      ),
    );
    return rows.map(({ id }) => id);
  }
}
