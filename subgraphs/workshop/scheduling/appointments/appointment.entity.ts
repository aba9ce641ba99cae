import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { TenantRecord } from '../../../../shared/entity';
import { AppointmentStatus } from './appointment.lifecycle';

@ObjectType({ description: 'A time that is agreed with a customer, in a bay and with a technician.' })
@Directive('@key(fields: "id")')
@Permission('appointments:read')
@Entity({ schema: 'workshop', name: 'appointment' })
export class Appointment extends TenantRecord {
  @Field(() => String, {
    nullable: true,
    description:
      'The number that people read, such as `APT-000123`; counted per service centre. Null while it is only held.',
  })
  @Column('text', { nullable: true })
  number!: string | null;

  @Column('uuid')
  serviceCentreId!: string;

  @Column('uuid', { nullable: true })
  customerId!: string | null;

  @Column('uuid', { nullable: true })
  vehicleId!: string | null;

  @Column('uuid')
  bayId!: string;

  @Column('uuid', { nullable: true })
  technicianId!: string | null;

  @Field({ description: 'When it begins.' })
  @Column({ type: 'timestamptz', precision: 3 })
  startsAt!: Date;

  @Field({
    description:
      'When it ends. Work that is longer than a day goes on when the service centre is open again.',
  })
  @Column({ type: 'timestamptz', precision: 3 })
  endsAt!: Date;

  @Field(() => Int, { description: 'Minutes of work that it was booked for.' })
  @Column('integer')
  minutes!: number;

  @Column('uuid', { array: true })
  serviceItemIds!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'What is wrong or wished for, in the customer’s words.',
  })
  @Column('text', { nullable: true })
  notes!: string | null;

  @Field(() => AppointmentStatus, { description: 'Where it stands.' })
  @Column('text')
  status!: AppointmentStatus;

  @Field(() => Date, { nullable: true, description: 'When a hold lapses; null for what was booked at once.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  heldUntil!: Date | null;

  @Field(() => ID, { nullable: true, description: 'The service request that it was made for.' })
  @Column('uuid', { nullable: true })
  serviceRequestId!: string | null;

  @Column('uuid', { nullable: true })
  jobCardId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was called off.' })
  @Column('text', { nullable: true })
  cancelReason!: string | null;

  @Column('uuid', { nullable: true })
  overriddenById!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was booked over something else or outside of what is open; null as a rule.',
  })
  @Column('text', { nullable: true })
  overrideReason!: string | null;

  /** When its customer is reminded; null once that was done, or when there is nothing to remind of. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  remindAt!: Date | null;
}
