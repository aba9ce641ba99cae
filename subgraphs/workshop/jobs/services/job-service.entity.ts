import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { TenantRecord } from '../../../../shared/entity';
import { decimalColumn } from '../../decimal';
import { JobServiceStatus } from './job-service.lifecycle';
import { LabourPricing } from './labour-pricing';

@ObjectType({ description: 'A piece of work of a job: what is done, for how much, and how far it is.' })
@Permission('jobs:read')
@Entity({ schema: 'workshop', name: 'job_service' })
export class JobService extends TenantRecord {
  @Column('uuid')
  jobCardId!: string;

  @Column('uuid', { nullable: true })
  serviceItemId!: string | null;

  @Column('uuid', { nullable: true })
  additionalServiceId!: string | null;

  @Field({ description: 'What it is called on the job sheet and the invoice.' })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, description: 'What is done; null when the name says it.' })
  @Column('text', { nullable: true })
  description!: string | null;

  @Field(() => String, { description: 'How many times it is done, as a decimal.' })
  @Column('numeric', decimalColumn(9, 3))
  quantity!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Hours of labour that each takes, as a decimal; null when nobody said.',
  })
  @Column('numeric', { ...decimalColumn(8, 4), nullable: true })
  labourHours!: string | null;

  @Field(() => LabourPricing, { description: 'What the unit price is the price of.' })
  @Column('text')
  pricing!: LabourPricing;

  @Column('bigint', { nullable: true })
  priceMinor!: number | null;

  @Column('text', { nullable: true })
  priceCurrency!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Category of tax, such as `S`; null for the usual one.',
  })
  @Column('text', { nullable: true })
  taxCategory!: string | null;

  @Field(() => JobServiceStatus, { description: 'Where it stands.' })
  @Column('text')
  status!: JobServiceStatus;

  @Field(() => String, { nullable: true, description: 'Why it was not done; null unless it is SKIPPED.' })
  @Column('text', { nullable: true })
  skipReason!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was begun; null before that.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was done or skipped; null before that.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  finishedAt!: Date | null;

  @Column('uuid', { nullable: true })
  finishedById!: string | null;
}
