import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { Address, addressOf } from '../../../shared/address';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { ServiceItem } from '../catalogue/service-item.entity';
import { everyServiceItem } from '../catalogue/service-item.loader';
import { JobCard } from '../jobs/job-card.entity';
import { jobCards } from '../jobs/job-card.loader';
import { ServiceRequest } from '../requests/service-request.entity';
import { serviceRequests } from '../requests/service-request.loader';
import { CustomerStub } from '../stubs/customer.stub';
import { ServiceCentreStub } from '../stubs/service-centre.stub';
import { UserStub } from '../stubs/user.stub';
import { VehicleStub } from '../stubs/vehicle.stub';
import { HomeService } from './home-service.entity';
import { HomeServiceFilter, HomeServiceOrder } from './home-service.input';
import { homeServiceChanges, homeServices, positions } from './home-service.loader';
import { HomeServiceChange } from './home-service-change.entity';
import { HomeServicePosition } from './home-service-position.entity';
import { listHomeServices } from './list-home-services';

const HomeServiceConnection = connectionOf(HomeService, 'HomeService');

const userOf = (id: string | null): UserStub | null => (id ? { id } : null);

@Resolver(() => HomeService)
export class HomeServiceResolver {
  @Query(() => HomeService, {
    nullable: true,
    description: 'One home visit; null when there is none that you may see.',
  })
  @Permission('homeServices:read')
  homeService(
    @Arg('id', () => ID, { description: 'The home visit.' }) id: string,
    @Ctx() context: Context,
  ): Promise<HomeService | null> {
    return context.load(homeServices, id);
  }

  @Query(() => HomeServiceConnection, {
    description:
      'The home visits that you may see: of your service centres, those that are yours, or to you.',
  })
  @Permission('homeServices:read')
  homeServices(
    @Arg('filter', () => HomeServiceFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: HomeServiceFilter,
    @Arg('orderBy', () => HomeServiceOrder, {
      defaultValue: HomeServiceOrder.EARLIEST,
      description: 'In which order.',
    })
    orderBy: HomeServiceOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<HomeService>> {
    return listHomeServices(context, filter, orderBy, page);
  }

  @Reads<HomeService>('street', 'city', 'region', 'postalCode', 'country')
  @FieldResolver(() => Address, {
    nullable: true,
    description: 'Where; null once its customer was erased.',
  })
  address(@Root() visit: Row<HomeService>): Address | null {
    return addressOf(visit);
  }

  @Reads<HomeService>('id')
  @FieldResolver(() => HomeServicePosition, {
    nullable: true,
    description:
      'Where the technician was last, while they are on the way and have said so. It is forgotten when they arrive.',
  })
  async position(
    @Root() { id }: Row<HomeService>,
    @Ctx() context: Context,
  ): Promise<HomeServicePosition | null> {
    const last = await context.load(positions, id);
    return last && { latitude: Number(last.latitude), longitude: Number(last.longitude), at: last.updatedAt };
  }

  @Reads<HomeService>('serviceItemIds')
  @FieldResolver(() => [ServiceItem], {
    nullable: true,
    description: 'What is to be done, as far as it was chosen from what is offered.',
  })
  @Permission('serviceItems:read')
  async serviceItems(
    @Root() { serviceItemIds }: Row<HomeService>,
    @Ctx() context: Context,
  ): Promise<ServiceItem[]> {
    const found = await Promise.all(serviceItemIds.map((id) => context.load(everyServiceItem, id)));
    return found.filter((item) => item !== null);
  }

  @Reads<HomeService>('serviceRequestId')
  @FieldResolver(() => ServiceRequest, {
    nullable: true,
    description: 'The service request that it is for; null without one, or when not yours to see.',
  })
  @Permission('serviceRequests:read')
  serviceRequest(
    @Root() { serviceRequestId }: Row<HomeService>,
    @Ctx() context: Context,
  ): Promise<ServiceRequest | null> | null {
    return serviceRequestId ? context.load(serviceRequests, serviceRequestId) : null;
  }

  @Reads<HomeService>('jobCardId')
  @FieldResolver(() => JobCard, {
    nullable: true,
    description: 'The job card that was made on site; null before that, or when not yours to see.',
  })
  @Permission('jobs:read')
  jobCard(@Root() { jobCardId }: Row<HomeService>, @Ctx() context: Context): Promise<JobCard | null> | null {
    return jobCardId ? context.load(jobCards, jobCardId) : null;
  }

  @Reads<HomeService>('serviceCentreId')
  @FieldResolver(() => ServiceCentreStub, {
    nullable: true,
    description: 'Which service centre sends somebody; null when not yours to see.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() visit: Row<HomeService>): ServiceCentreStub {
    return { id: visit.serviceCentreId };
  }

  @Reads<HomeService>('customerId')
  @FieldResolver(() => CustomerStub, {
    nullable: true,
    description: 'Who is visited; null when not yours to see.',
  })
  @Permission('customers:read')
  customer(@Root() { customerId }: Row<HomeService>): CustomerStub {
    return { id: customerId };
  }

  @Reads<HomeService>('vehicleId')
  @FieldResolver(() => VehicleStub, {
    nullable: true,
    description: 'The vehicle that is worked on; null when not yours to see.',
  })
  @Permission('vehicles:read')
  vehicle(@Root() { vehicleId }: Row<HomeService>): VehicleStub {
    return { id: vehicleId };
  }

  @Reads<HomeService>('technicianId')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who goes; null until somebody is assigned, or when not yours to see.',
  })
  @Permission('users:read')
  technician(@Root() { technicianId }: Row<HomeService>): UserStub | null {
    return userOf(technicianId);
  }

  @Reads<HomeService>('overriddenById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who planned it although it does not fit; null as a rule, or when not yours to see.',
  })
  @Permission('users:read')
  overriddenBy(@Root() { overriddenById }: Row<HomeService>): UserStub | null {
    return userOf(overriddenById);
  }

  @Reads<HomeService>('id')
  @FieldResolver(() => [HomeServiceChange], { description: 'Its life so far, the latest step first.' })
  history(@Root() { id }: Row<HomeService>, @Ctx() context: Context): Promise<HomeServiceChange[]> {
    return context.childrenOf(homeServiceChanges, 'homeServiceId', id, {
      by: ['createdAt'],
      descending: true,
    });
  }
}

@Resolver(() => HomeServiceChange)
export class HomeServiceChangeResolver {
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who did it; null when the program did, or when not yours to see.',
  })
  @Permission('users:read')
  changedBy(@Root() { changedById }: Row<HomeServiceChange>): UserStub | null {
    return userOf(changedById);
  }

  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'The technician from then on; null without one, or when not yours to see.',
  })
  @Permission('users:read')
  technician(@Root() { technicianId }: Row<HomeServiceChange>): UserStub | null {
    return userOf(technicianId);
  }
}
