import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';
import { Secret } from '../../../shared/organisation-records/secret';
import { JobPriority } from './job-card.input';
import { JobCardStatus } from './job-card.lifecycle';
import { JobCardWait } from './progress/job-card-wait';

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

  @Secret()
  @Field({
    description:
      'What its customer tracks it with, such as `7KQ2MX`; unique in the organisation. See `trackRepair`.',
  })
  @Column({ type: 'text', default: () => 'workshop.new_tracking_code()', insert: false, update: false })
  trackingCode!: string;

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

  @Field(() => [JobCardWait], {
    description:
      'All that it waits for. From the day on that somebody is assigned, it stands still while there is anything: in ' +
      'WAITING_PARTS before WAITING_APPROVAL before PAUSED. Before that it is only noted.',
  })
  @Column('text', { array: true, default: [] })
  waitingFor!: JobCardWait[];

  /** The state that it goes back to when it waits for nothing any more; null while it does not stand still. */
  @Column('text', { nullable: true })
  resumesAs!: JobCardStatus | null;

  /** How new the word is that there was of its parts last. */
  @Column('bigint', { default: 0 })
  partsRevision!: number;

  @Field(() => Date, { nullable: true, description: 'When the work began; null before that.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the work was done; null before that.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  completedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the customer got it back; null before that.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  deliveredAt!: Date | null;

  @Column('text', { nullable: true })
  technicianNotes!: string | null;

  /** Where it stands on the shop's own board; the state does not follow from it. */
  @Column('uuid', { nullable: true })
  stageId!: string | null;

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
