import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { Address, addressOf } from '../../../shared/address';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Money } from '../../../shared/money';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { JobCard } from '../jobs/job-card.entity';
import { jobCards } from '../jobs/job-card.loader';
import { Appointment } from '../scheduling/appointments/appointment.entity';
import { appointments } from '../scheduling/appointments/appointment.loader';
import { CustomerStub } from '../stubs/customer.stub';
import { ServiceCentreStub } from '../stubs/service-centre.stub';
import { UserStub } from '../stubs/user.stub';
import { VehicleStub } from '../stubs/vehicle.stub';
import { listServiceRequests } from './list-service-requests';
import { ServiceRequestStatusChange } from './request-status-change.entity';
import { ServiceRequest } from './service-request.entity';
import { ServiceRequestFilter, ServiceRequestOrder } from './service-request.input';
import { requestStatusChanges, serviceRequests } from './service-request.loader';

const ServiceRequestConnection = connectionOf(ServiceRequest, 'ServiceRequest');
const userOf = (id: string | null): UserStub | null => (id ? { id } : null);

@Resolver(() => ServiceRequest)
export class ServiceRequestResolver {
  @Query(() => ServiceRequest, {
    nullable: true,
    description: 'One service request; null when there is none that you may see.',
  })
  @Permission('serviceRequests:read')
  serviceRequest(
    @Arg('id', () => ID, { description: 'The service request.' }) id: string,
    @Ctx() context: Context,
  ): Promise<ServiceRequest | null> {
    return context.load(serviceRequests, id);
  }

  @Query(() => ServiceRequestConnection, {
    description:
      'The service requests that you may see: to your service centres, with work that is yours, or your own.',
  })
  @Permission('serviceRequests:read')
  serviceRequests(
    @Arg('filter', () => ServiceRequestFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: ServiceRequestFilter,
    @Arg('orderBy', () => ServiceRequestOrder, {
      defaultValue: ServiceRequestOrder.NEWEST,
      description: 'In which order.',
    })
    orderBy: ServiceRequestOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ServiceRequest>> {
    return listServiceRequests(context, filter, orderBy, page);
  }

  @Reads<ServiceRequest>('estimatedCostMinor', 'estimatedCostCurrency')
  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What it is expected to cost; null if unknown.',
  })
  estimatedCost(@Root() request: Row<ServiceRequest>): Money | null {
    return Money.ofColumns(request.estimatedCostMinor, request.estimatedCostCurrency);
  }

  @Reads<ServiceRequest>('street', 'city', 'region', 'postalCode', 'country')
  @FieldResolver(() => Address, {
    nullable: true,
    description: 'Where the work is to be done; null unless it is at home.',
  })
  homeAddress(@Root() request: Row<ServiceRequest>): Address | null {
    return addressOf(request);
  }

  @Reads<ServiceRequest>('id')
  @FieldResolver(() => [ServiceRequestStatusChange], {
    description: 'Its life so far, the latest step first.',
  })
  statusHistory(
    @Root() request: Row<ServiceRequest>,
    @Ctx() context: Context,
  ): Promise<ServiceRequestStatusChange[]> {
    return context.childrenOf(requestStatusChanges, 'serviceRequestId', request.id, {
      by: ['createdAt'],
      descending: true,
    });
  }

  @Reads<ServiceRequest>('id')
  @FieldResolver(() => Appointment, {
    nullable: true,
    description: 'The appointment that was booked for it last; null without one, or when not yours to see.',
  })
  @Permission('appointments:read')
  async appointment(
    @Root() request: Row<ServiceRequest>,
    @Ctx() context: Context,
  ): Promise<Appointment | null> {
    const [last] = await context.childrenOf(appointments, 'serviceRequestId', request.id, {
      by: ['createdAt'],
      descending: true,
    });
    return last ?? null;
  }

  @Reads<ServiceRequest>('jobCardId')
  @FieldResolver(() => JobCard, {
    nullable: true,
    description:
      'The job card that was made when the vehicle came; null before that, or when not yours to see.',
  })
  @Permission('jobs:read')
  jobCard(@Root() request: Row<ServiceRequest>, @Ctx() context: Context): Promise<JobCard | null> | null {
    return request.jobCardId ? context.load(jobCards, request.jobCardId) : null;
  }

  @Reads<ServiceRequest>('vehicleId')
  @FieldResolver(() => VehicleStub, {
    nullable: true,
    description: 'The vehicle it is about; null when not yours to see.',
  })
  @Permission('vehicles:read')
  vehicle(@Root() request: Row<ServiceRequest>): VehicleStub {
    return { id: request.vehicleId };
  }

  @Reads<ServiceRequest>('customerId')
  @FieldResolver(() => CustomerStub, {
    nullable: true,
    description: 'For whom it is; null when not yours to see.',
  })
  @Permission('customers:read')
  customer(@Root() request: Row<ServiceRequest>): CustomerStub {
    return { id: request.customerId };
  }

  @Reads<ServiceRequest>('serviceCentreId')
  @FieldResolver(() => ServiceCentreStub, {
    nullable: true,
    description: 'The service centre that was asked; null when not yours to see.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() request: Row<ServiceRequest>): ServiceCentreStub {
    return { id: request.serviceCentreId };
  }

  @Reads<ServiceRequest>('requestedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who raised it: the customer’s account, or one of the staff; null when not yours to see.',
  })
  @Permission('users:read')
  requestedBy(@Root() request: Row<ServiceRequest>): UserStub | null {
    return userOf(request.requestedById);
  }

  @Reads<ServiceRequest>('decidedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who approved or rejected it; null before that, or when not yours to see.',
  })
  @Permission('users:read')
  decidedBy(@Root() request: Row<ServiceRequest>): UserStub | null {
    return userOf(request.decidedById);
  }
}

@Resolver(() => ServiceRequestStatusChange)
export class ServiceRequestStatusChangeResolver {
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who did it; null when the program did, or when not yours to see.',
  })
  @Permission('users:read')
  changedBy(@Root() change: Row<ServiceRequestStatusChange>): UserStub | null {
    return userOf(change.changedById);
  }
}
