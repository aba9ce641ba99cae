import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { TenantRecord } from '../../../shared/entity';
import { HomeServiceStatus } from './home-service.lifecycle';

export enum HomeServiceAction {
  SCHEDULED = 'SCHEDULED',
  MOVED = 'MOVED',
  ASSIGNED = 'ASSIGNED',
  UPDATED = 'UPDATED',
  EN_ROUTE = 'EN_ROUTE',
  ARRIVED = 'ARRIVED',
  STARTED = 'STARTED',
  COMPLETED = 'COMPLETED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(HomeServiceAction, {
  name: 'HomeServiceAction',
  description: 'What was done to a home visit.',
  valuesConfig: {
    SCHEDULED: { description: 'It was agreed upon.' },
    MOVED: { description: 'It was given another time.' },
    ASSIGNED: { description: 'It was given to another technician.' },
    UPDATED: { description: 'Where it is or what it is about was changed.' },
    EN_ROUTE: { description: 'The technician left.' },
    ARRIVED: { description: 'The technician was there.' },
    STARTED: { description: 'The work began, with its job card.' },
    COMPLETED: { description: 'It was over.' },
    CANCELLED: { description: 'It was called off.' },
  },
});

@ObjectType({ description: 'A step in the life of a home visit, and where it stood from then on.' })
@Entity({ schema: 'workshop', name: 'home_service_change' })
export class HomeServiceChange extends TenantRecord {
  @Column('uuid')
  homeServiceId!: string;

  @Field(() => HomeServiceAction, { description: 'What was done.' })
  @Column('text')
  action!: HomeServiceAction;

  @Field(() => HomeServiceStatus, { description: 'The state from then on.' })
  @Column('text')
  status!: HomeServiceStatus;

  @Field({ description: 'When the work was to begin from then on.' })
  @Column({ type: 'timestamptz', precision: 3 })
  startsAt!: Date;

  @Field({ description: 'When the work was to be done from then on.' })
  @Column({ type: 'timestamptz', precision: 3 })
  endsAt!: Date;

  @Column('uuid', { nullable: true })
  technicianId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why, where somebody said.' })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { nullable: true })
  changedById!: string | null;
}
