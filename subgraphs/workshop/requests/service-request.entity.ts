import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { Personal } from '../../../shared/access-log/personal';
import { sealed } from '../../../shared/database/sealed';
import { TenantRecord } from '../../../shared/entity';
import { LocalDateScalar } from '../../../shared/scalars';
import { JobPriority } from '../jobs/job-card.input';
import { RequestedService, ServiceRequestType } from './service-request.enums';
import { ServiceRequestStatus } from './service-request.lifecycle';

@ObjectType({ description: 'Work that somebody asks for, before there is an appointment or a job card.' })
@Directive('@key(fields: "id")')
@Permission('serviceRequests:read')
@Entity({ schema: 'workshop', name: 'service_request' })
export class ServiceRequest extends TenantRecord {
  @Field({ description: 'The number that people read, such as `SR-000123`; counted per service centre.' })
  @Column('text')
  number!: string;

  @Column('uuid')
  serviceCentreId!: string;

  @Column('uuid')
  customerId!: string;

  @Column('uuid')
  vehicleId!: string;

  @Field(() => ServiceRequestType, { description: 'What it is for.' })
  @Column('text')
  type!: ServiceRequestType;

  @Field(() => RequestedService, { description: 'Which kind of work.' })
  @Column('text')
  service!: RequestedService;

  @Field({ description: 'What is wished for, in the customer’s words.' })
  @Column('text')
  description!: string;

  @Field(() => JobPriority, { description: 'How urgent it is.' })
  @Column('text')
  priority!: JobPriority;

  @Field(() => ServiceRequestStatus, { description: 'Where it stands.' })
  @Column('text')
  status!: ServiceRequestStatus;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day that the customer would like; null when any day will do.',
  })
  @Column('date', { nullable: true })
  preferredDate!: string | null;

  /** What the list by preferred day is sorted by, made by the database: that day, or the end of time. */
  @Column({ type: 'date', insert: false, update: false })
  preferredOrNever!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The time of that day, by the service centre’s clock, as `HH:MM`.',
  })
  @Column('text', { nullable: true })
  preferredTime!: string | null;

  @Field({ description: 'Whether the work is to be done at the customer’s home.' })
  @Column('boolean')
  homeService!: boolean;

  @Personal()
  @Column('text', { nullable: true, transformer: sealed('workshop.service_request.street') })
  street!: string | null;

  @Column('text', { nullable: true })
  city!: string | null;

  @Column('text', { nullable: true })
  region!: string | null;

  @Personal()
  @Column('text', { nullable: true, transformer: sealed('workshop.service_request.postal_code') })
  postalCode!: string | null;

  @Column('text', { nullable: true })
  country!: string | null;

  @Column('bigint', { nullable: true })
  estimatedCostMinor!: number | null;

  @Column('text', { nullable: true })
  estimatedCostCurrency!: string | null;

  @Column('uuid', { nullable: true })
  requestedById!: string | null;

  @Column('uuid', { nullable: true })
  decidedById!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was approved or rejected.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was rejected or cancelled; null otherwise.' })
  @Column('text', { nullable: true })
  closedReason!: string | null;

  /** The card that was made when the vehicle came. */
  @Column('uuid', { nullable: true })
  jobCardId!: string | null;
}
