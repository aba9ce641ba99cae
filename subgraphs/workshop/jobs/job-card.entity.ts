import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';
import { JobPriority } from './job-card.input';
import { JobCardStatus } from './job-card.lifecycle';

@ObjectType({
  description: 'A visit of a vehicle to the workshop: what is to be done, by whom, how far it is.',
})
@Directive('@key(fields: "id")')
@Permission('jobs:read')
@Entity({ schema: 'workshop', name: 'job_card' })
export class JobCard extends TenantRecord {
  @Field({ description: 'The number that people read, such as `JC-000123`; counted per service centre.' })
  @Column('text')
  number!: string;

  @Column('uuid')
  serviceCentreId!: string;

  @Column('uuid')
  vehicleId!: string;

  @Column('uuid')
  customerId!: string;

  @Column('uuid', { nullable: true })
  technicianId!: string | null;

  @Field({ description: 'What is wrong or wished for, in the customer’s words.' })
  @Column('text')
  complaint!: string;

  @Field(() => JobPriority, { description: 'How urgent it is.' })
  @Column('text')
  priority!: JobPriority;

  @Field(() => JobCardStatus, { description: 'Where it stands.' })
  @Column('text')
  status!: JobCardStatus;

  @Field(() => Date, {
    nullable: true,
    description: 'When the vehicle was promised to be ready; null without a promise.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  promisedAt!: Date | null;

  /** What the list by promise is sorted by, made by the database: the promise, or the end of time. */
  @Column({ type: 'timestamptz', precision: 3, insert: false, update: false })
  promisedOrNever!: Date;

  @Column('bigint', { nullable: true })
  estimatedCostMinor!: number | null;

  @Column('text', { nullable: true })
  estimatedCostCurrency!: string | null;
}
