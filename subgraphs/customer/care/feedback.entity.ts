import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { Personal } from '../../../shared/access-log/personal';
import { sealed } from '../../../shared/database/sealed';
import { TenantRecord } from '../../../shared/entity';
import { FeedbackType } from './care.enums';
import { FeedbackStatus } from './feedback.lifecycle';

@ObjectType({ description: 'What a customer says about a job that was done for them; once for each job.' })
@Directive('@key(fields: "id")')
@Permission('feedback:read')
@Entity({ schema: 'customer', name: 'feedback' })
export class Feedback extends TenantRecord {
  @Column('uuid')
  jobCardId!: string;

  @Column('uuid')
  customerId!: string;

  @Column('uuid')
  serviceCentreId!: string;

  /** Who worked on the job when it was given. */
  @Column('uuid', { nullable: true })
  technicianId!: string | null;

  @Field(() => Int, { description: 'From 1, the worst, to 5, the best.' })
  @Column('integer')
  rating!: number;

  @Field(() => String, { nullable: true, description: 'In the customer’s words.' })
  @Personal()
  @Column('text', { nullable: true, transformer: sealed('customer.feedback.comment') })
  comment!: string | null;

  @Field(() => FeedbackType, { description: 'What it is about.' })
  @Column('text')
  feedbackType!: FeedbackType;

  @Field(() => FeedbackStatus, { description: 'What the shop has done about it.' })
  @Column('text')
  status!: FeedbackStatus;

  @Field(() => Date, { nullable: true, description: 'When somebody of the shop read it.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  acknowledgedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When what was to be done about it was done.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  resolvedAt!: Date | null;

  @Personal()
  @Column('text', { nullable: true, transformer: sealed('customer.feedback.resolution') })
  resolution!: string | null;
}
