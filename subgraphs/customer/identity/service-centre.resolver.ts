import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { Address } from '../../../shared/address';
import type { Row } from '../../../shared/database/readable';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { listServiceCentres } from './list-service-centres';
import { createServiceCentre, updateServiceCentre } from './save-service-centre';
import { ServiceCentre } from './service-centre.entity';
import {
  CreateServiceCentreInput,
  ServiceCentreFilter,
  UpdateServiceCentreInput,
} from './service-centre.input';
import { serviceCentres } from './service-centre.loader';
import { User } from './user.entity';
import { users } from './user.loader';

const ServiceCentreConnection = connectionOf(ServiceCentre, 'ServiceCentre');

@Resolver(() => ServiceCentre)
export class ServiceCentreResolver {
  @Query(() => ServiceCentre, {
    nullable: true,
    description: 'One service centre; null when there is none that you may see.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(
    @Arg('id', () => ID, { description: 'The service centre.' }) id: string,
    @Ctx() context: Context,
  ): Promise<ServiceCentre | null> {
    return context.load(serviceCentres, id);
  }

  @Query(() => ServiceCentreConnection, { description: 'The organisation’s service centres, by name.' })
  @Permission('serviceCentres:read')
  serviceCentres(
    @Arg('filter', () => ServiceCentreFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: ServiceCentreFilter,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ServiceCentre>> {
    return listServiceCentres(context, filter, page);
  }

  @Mutation(() => ServiceCentre, { description: 'Opens a service centre.' })
  @Permission('serviceCentres:create')
  createServiceCentre(
    @Arg('input', { description: 'What is known of it.' }) input: CreateServiceCentreInput,
    @Ctx() context: Context,
  ): Promise<ServiceCentre> {
    return createServiceCentre(context, input);
  }

  @Mutation(() => ServiceCentre, { description: 'Changes a service centre that you work in, or closes it.' })
  @Permission('serviceCentres:update')
  updateServiceCentre(
    @Arg('id', () => ID, { description: 'The service centre.' }) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateServiceCentreInput,
    @Ctx() context: Context,
  ): Promise<ServiceCentre> {
    return updateServiceCentre(context, id, input);
  }

  @FieldResolver(() => Address, { description: 'Where it is; its country is always known.' })
  address(@Root() { street, city, region, postalCode, country }: Row<ServiceCentre>): Address {
    return { street, city, region, postalCode, country };
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: 'Who runs it; null when nobody is named or you may not see them.',
  })
  @Permission('users:read')
  manager(@Root() centre: Row<ServiceCentre>, @Ctx() context: Context): Promise<User | null> | null {
    return centre.managerId ? context.load(users, centre.managerId) : null;
  }
}
