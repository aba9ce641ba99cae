import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { type Connection, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { CustomerStub } from '../stubs/customer.stub';
import { Ownership } from './history.entity';
import { VehicleConnection } from './vehicle.connection';
import type { Vehicle } from './vehicle.entity';
import { vehiclesInUse } from './vehicle.loader';

@Resolver(() => Ownership)
export class OwnershipResolver {
  @Reads<Ownership>('customerId')
  @FieldResolver(() => CustomerStub, {
    nullable: true,
    description: 'The customer who owned it; null when they are not yours to see.',
  })
  @Permission('customers:read')
  customer(@Root() ownership: Row<Ownership>): CustomerStub {
    return { id: ownership.customerId };
  }
}

@Resolver(() => CustomerStub)
export class CustomerVehiclesResolver {
  @FieldResolver(() => VehicleConnection, {
    nullable: true,
    description: 'The vehicles in use that the customer owns now, last taken in first.',
  })
  @Permission('vehicles:read')
  vehicles(
    @Root() customer: Row<CustomerStub>,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Vehicle>> {
    const order = { by: ['createdAt' as const], descending: true };
    return context.pageOf(vehiclesInUse, 'ownerId', customer.id, order, page);
  }
}
