import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { join, sql } from '../../../shared/database/sql';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { ServiceCentreStub } from '../stubs/service-centre.stub';
import { createStockLocation, updateStockLocation } from './save-stock-location';
import { StockLocation } from './stock-location.entity';
import {
  CreateStockLocationInput,
  StockLocationFilter,
  UpdateStockLocationInput,
} from './stock-location.input';
import { stockLocations } from './stock-location.loader';

const StockLocationConnection = connectionOf(StockLocation, 'StockLocation');

@Resolver(() => StockLocation)
export class StockLocationResolver {
  @Query(() => StockLocationConnection, {
    description:
      'The places where your service centres keep parts, by name, and the warehouses that serve all. Each service ' +
      'centre has one from its start.',
  })
  @Permission('stock:read')
  stockLocations(
    @Arg('filter', () => StockLocationFilter, { defaultValue: {}, description: 'Which of them.' })
    { kind, serviceCentreId, closed }: StockLocationFilter,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<StockLocation>> {
    const where = [sql`t.active = ${!closed}`];
    if (kind) where.push(sql`t.kind = ${kind}`);
    if (serviceCentreId) where.push(sql`t.service_centre_id = ${serviceCentreId}`);
    return context.page(stockLocations, join(where, ' and '), { by: ['name'], descending: false }, page);
  }

  @Mutation(() => StockLocation, { description: 'Opens a place to keep parts in: a warehouse or a van.' })
  @Permission('stockLocations:create')
  createStockLocation(
    @Arg('input', { description: 'What it is.' }) input: CreateStockLocationInput,
    @Ctx() context: Context,
  ): Promise<StockLocation> {
    return createStockLocation(context, input);
  }

  @Mutation(() => StockLocation, {
    description: 'Renames, moves, closes or opens a place. A place that is closed must be empty.',
  })
  @Permission('stockLocations:update')
  updateStockLocation(
    @Arg('id', () => ID, { description: 'The place.' }) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateStockLocationInput,
    @Ctx() context: Context,
  ): Promise<StockLocation> {
    return updateStockLocation(context, id, input);
  }

  @Reads<StockLocation>('serviceCentreId')
  @FieldResolver(() => ServiceCentreStub, {
    nullable: true,
    description: 'The service centre it belongs to; null for a central warehouse.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() location: Row<StockLocation>): ServiceCentreStub | null {
    return location.serviceCentreId ? { id: location.serviceCentreId } : null;
  }
}
