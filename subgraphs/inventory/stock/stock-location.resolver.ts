import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { ServiceCentreStub } from '../stubs/service-centre.stub';
import { StockLocation } from './stock-location.entity';
import { stockLocations } from './stock-location.loader';

const StockLocationConnection = connectionOf(StockLocation, 'StockLocation');

@Resolver(() => StockLocation)
export class StockLocationResolver {
  @Query(() => StockLocationConnection, {
    description:
      'The places where your service centres keep parts, by name. Each service centre has one from its start.',
  })
  @Permission('stock:read')
  stockLocations(@Args() page: PageArgs, @Ctx() context: Context): Promise<Connection<StockLocation>> {
    return context.page(stockLocations, sql`true`, { by: ['name'], descending: false }, page);
  }

  @FieldResolver(() => ServiceCentreStub, {
    nullable: true,
    description: 'The service centre it belongs to; null for a central warehouse.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() location: Row<StockLocation>): ServiceCentreStub | null {
    return location.serviceCentreId ? { id: location.serviceCentreId } : null;
  }
}
