import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Internal } from '../../../shared/access/permission';
import { newestHits } from '../../../shared/database/search';
import { sql } from '../../../shared/database/sql';
import { Context } from '../../../shared/subgraph/context';
import { matchesVehicle } from './list-vehicles';

/** More than the vehicles of one model; what is searched by them shows fewer. */
const MOST = 2000;

/** For lists of other subgraphs, which are searched by vehicles: those show what is theirs to show. */
@Resolver()
export class FoundVehiclesResolver {
  @Query(() => [ID], {
    description: 'The newest vehicles that a search finds, archived ones too: their ids.',
  })
  @Internal()
  async foundVehicles(
    @Arg('search', { description: 'As for a list of vehicles.' }) search: string,
    @Ctx() context: Context,
  ): Promise<string[]> {
    const rows = await context.reader.query<{ id: string }>(
      newestHits(
        sql`select t.id, t.created_at from vehicle.vehicle_search t where ${matchesVehicle(search)}`,
        MOST,
      ),
    );
    return rows.map(({ id }) => id);
  }
}
