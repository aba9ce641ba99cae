import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Money } from '../../../shared/money';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { listServiceItems } from './list-service-items';
import { createServiceItem, updateServiceItem } from './save-service-item';
import { ServiceItem } from './service-item.entity';
import { CreateServiceItemInput, ServiceItemFilter, UpdateServiceItemInput } from './service-item.input';

const ServiceItemConnection = connectionOf(ServiceItem, 'ServiceItem');

@Resolver(() => ServiceItem)
export class ServiceItemResolver {
  @Query(() => ServiceItemConnection, {
    description: 'What the workshop offers, by name. Customers see what is offered now.',
  })
  @Permission('serviceItems:read')
  serviceItems(
    @Arg('filter', () => ServiceItemFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: ServiceItemFilter,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ServiceItem>> {
    return listServiceItems(context, filter, page);
  }

  @Mutation(() => ServiceItem, { description: 'Offers something new.' })
  @Permission('serviceItems:create')
  createServiceItem(
    @Arg('input', { description: 'What it is.' }) input: CreateServiceItemInput,
    @Ctx() context: Context,
  ): Promise<ServiceItem> {
    return createServiceItem(context, input);
  }

  @Mutation(() => ServiceItem, {
    description: 'Changes what is offered from now on; what is booked already stays as it was booked.',
  })
  @Permission('serviceItems:update')
  updateServiceItem(
    @Arg('id', () => ID, { description: 'The service item.' }) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateServiceItemInput,
    @Ctx() context: Context,
  ): Promise<ServiceItem> {
    return updateServiceItem(context, id, input);
  }

  @Reads<ServiceItem>('priceMinor', 'priceCurrency')
  @FieldResolver(() => Money, { nullable: true, description: 'Its price; null when it goes by effort.' })
  price(@Root() item: Row<ServiceItem>): Money | null {
    return Money.ofColumns(item.priceMinor, item.priceCurrency);
  }
}
