import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { Personal } from '../../../shared/access-log/personal';
import { sealed } from '../../../shared/database/sealed';
import { TenantRecord } from '../../../shared/entity';
import { HomeServiceStatus } from './home-service.lifecycle';

@ObjectType({ description: 'A visit of a technician to a customer, who does the work at their home.' })
@Directive('@key(fields: "id")')
@Permission('homeServices:read')
@Entity({ schema: 'workshop', name: 'home_service' })
export class HomeService extends TenantRecord {
  @Field({ description: 'The number that people read, such as `HS-000123`; counted per service centre.' })
  @Column('text')
  number!: string;

  @Column('uuid')
  serviceCentreId!: string;

  @Column('uuid')
  customerId!: string;

  @Column('uuid')
  vehicleId!: string;

  @Column('uuid', { nullable: true })
  serviceRequestId!: string | null;

  @Column('uuid', { nullable: true })
  technicianId!: string | null;

  @Column('uuid', { nullable: true })
  jobCardId!: string | null;

  @Field(() => HomeServiceStatus, { description: 'Where it stands.' })
  @Column('text')
  status!: HomeServiceStatus;

  @Field({ description: 'When the work is to begin.' })
  @Column({ type: 'timestamptz', precision: 3 })
  startsAt!: Date;

  @Field({ description: 'When the work is to be done.' })
  @Column({ type: 'timestamptz', precision: 3 })
  endsAt!: Date;

  @Field(() => Int, { description: 'Minutes of work that are planned.' })
  @Column('integer')
  minutes!: number;

  @Field(() => Int, { description: 'Minutes on the road that are planned, each way.' })
  @Column('integer')
  travelMinutes!: number;

  @Field({ description: 'When the technician has to leave. Until they are back they are booked.' })
  @Column({ type: 'timestamptz', precision: 3 })
  leavesAt!: Date;

  @Field({ description: 'When the technician is to be back.' })
  @Column({ type: 'timestamptz', precision: 3 })
  returnsAt!: Date;

  @Column('uuid', { array: true })
  serviceItemIds!: string[];

  @Personal()
  @Column('text', { nullable: true, transformer: sealed('workshop.home_service.street') })
  street!: string | null;

  @Column('text', { nullable: true })
  city!: string | null;

  @Column('text', { nullable: true })
  region!: string | null;

  @Personal()
  @Column('text', { nullable: true, transformer: sealed('workshop.home_service.postal_code') })
  postalCode!: string | null;

  @Column('text', { nullable: true })
  country!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How to find and get in: the bell, the floor, the dog.',
  })
  @Personal()
  @Column('text', { nullable: true, transformer: sealed('workshop.home_service.directions') })
  directions!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is wrong or wished for, in the customer’s words.',
  })
  @Column('text', { nullable: true })
  notes!: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When the technician expects to be there; null until they are on the way.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  expectedArrivalAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the technician left; null before.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  routeStartedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the technician was there; null before.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  arrivedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the work began; null before.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was over; null before.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  completedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What is to be said about it, once it was over.' })
  @Column('text', { nullable: true })
  completionNotes!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was called off; null otherwise.' })
  @Column('text', { nullable: true })
  cancelReason!: string | null;

  @Column('uuid', { nullable: true })
  overriddenById!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was planned over something else or outside of a shift; null as a rule.',
  })
  @Column('text', { nullable: true })
  overrideReason!: string | null;
}
