import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import type { Row } from '../../../../shared/database/readable';
import { Reads } from '../../../../shared/database/reads';
import { Context } from '../../../../shared/subgraph/context';
import { ServiceItem } from '../../catalogue/service-item.entity';
import { everyServiceItem } from '../../catalogue/service-item.loader';
import { JobCard } from '../../jobs/job-card.entity';
import { jobCards } from '../../jobs/job-card.loader';
import { CustomerStub } from '../../stubs/customer.stub';
import { ServiceCentreStub } from '../../stubs/service-centre.stub';
import { UserStub } from '../../stubs/user.stub';
import { VehicleStub } from '../../stubs/vehicle.stub';
import { Bay } from '../opening/bay.entity';
import { bays } from '../opening/opening.loader';
import { Appointment } from './appointment.entity';
import { appointmentChanges, appointments } from './appointment.loader';
import { AppointmentChange } from './appointment-change.entity';

@Resolver(() => Appointment)
export class AppointmentFieldsResolver {
  @Reads<Appointment>('serviceCentreId')
  @FieldResolver(() => ServiceCentreStub, {
    nullable: true,
    description: 'Where; null when not yours to see.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() appointment: Row<Appointment>): ServiceCentreStub {
    return { id: appointment.serviceCentreId };
  }

  @Reads<Appointment>('customerId')
  @FieldResolver(() => CustomerStub, {
    nullable: true,
    description: 'Whom it is for; null for a hold for nobody yet, or when not yours to see.',
  })
  @Permission('customers:read')
  customer(@Root() { customerId }: Row<Appointment>): CustomerStub | null {
    return customerId ? { id: customerId } : null;
  }

  @Reads<Appointment>('vehicleId')
  @FieldResolver(() => VehicleStub, {
    nullable: true,
    description: 'The vehicle that is to be brought; null until it is known, or when not yours to see.',
  })
  @Permission('vehicles:read')
  vehicle(@Root() { vehicleId }: Row<Appointment>): VehicleStub | null {
    return vehicleId ? { id: vehicleId } : null;
  }

  @Reads<Appointment>('bayId')
  @FieldResolver(() => Bay, { nullable: true, description: 'The bay; null when not yours to see.' })
  @Permission('scheduling:read')
  bay(@Root() { bayId }: Row<Appointment>, @Ctx() context: Context): Promise<Bay | null> {
    return context.load(bays, bayId);
  }

  @Reads<Appointment>('technicianId')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who is booked for it; null where bays are booked alone, or when not yours to see.',
  })
  @Permission('users:read')
  technician(@Root() { technicianId }: Row<Appointment>): UserStub | null {
    return technicianId ? { id: technicianId } : null;
  }

  @Reads<Appointment>('serviceItemIds')
  @FieldResolver(() => [ServiceItem], {
    nullable: true,
    description: 'What is to be done, as far as it was chosen from what is offered.',
  })
  @Permission('serviceItems:read')
  async serviceItems(
    @Root() { serviceItemIds }: Row<Appointment>,
    @Ctx() context: Context,
  ): Promise<ServiceItem[]> {
    const found = await Promise.all(serviceItemIds.map((id) => context.load(everyServiceItem, id)));
    return found.filter((item) => item !== null);
  }

  @Reads<Appointment>('jobCardId')
  @FieldResolver(() => JobCard, {
    nullable: true,
    description: 'The job that it became when the vehicle was taken in.',
  })
  @Permission('jobs:read')
  jobCard(@Root() { jobCardId }: Row<Appointment>, @Ctx() context: Context): Promise<JobCard | null> | null {
    return jobCardId ? context.load(jobCards, jobCardId) : null;
  }

  @Reads<Appointment>('overriddenById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who booked it although it does not fit; null as a rule, or when not yours to see.',
  })
  @Permission('users:read')
  overriddenBy(@Root() { overriddenById }: Row<Appointment>): UserStub | null {
    return overriddenById ? { id: overriddenById } : null;
  }

  @Reads<Appointment>('id')
  @FieldResolver(() => [AppointmentChange], { description: 'Its life so far, the latest step first.' })
  history(@Root() { id }: Row<Appointment>, @Ctx() context: Context): Promise<AppointmentChange[]> {
    return context.childrenOf(appointmentChanges, 'appointmentId', id, {
      by: ['createdAt'],
      descending: true,
    });
  }
}

@Resolver(() => AppointmentChange)
export class AppointmentChangeResolver {
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who did it; null when the program did, or when not yours to see.',
  })
  @Permission('users:read')
  changedBy(@Root() { changedById }: Row<AppointmentChange>): UserStub | null {
    return changedById ? { id: changedById } : null;
  }

  @FieldResolver(() => Bay, {
    nullable: true,
    description: 'The bay from then on; null when not yours to see.',
  })
  @Permission('scheduling:read')
  bay(@Root() { bayId }: Row<AppointmentChange>, @Ctx() context: Context): Promise<Bay | null> {
    return context.load(bays, bayId);
  }

  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'The technician from then on; null without one, or when not yours to see.',
  })
  @Permission('users:read')
  technician(@Root() { technicianId }: Row<AppointmentChange>): UserStub | null {
    return technicianId ? { id: technicianId } : null;
  }
}

const FIRST = { by: ['createdAt'], descending: false } satisfies {
  by: (keyof Appointment)[];
  descending: boolean;
};

@Resolver(() => JobCard)
export class JobCardAppointmentResolver {
  @Reads<JobCard>('id')
  @FieldResolver(() => Appointment, {
    nullable: true,
    description: 'The appointment that the vehicle came with; null when it came without one.',
  })
  @Permission('appointments:read')
  async appointment(@Root() { id }: Row<JobCard>, @Ctx() context: Context): Promise<Appointment | null> {
    const [found] = await context.childrenOf(appointments, 'jobCardId', id, FIRST);
    return found ?? null;
  }
}
