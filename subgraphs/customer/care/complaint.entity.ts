import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { Personal } from '../../../shared/access-log/personal';
import { sealed } from '../../../shared/database/sealed';
import { TenantRecord } from '../../../shared/entity';
import { ComplaintCategory, ComplaintPriority } from './care.enums';
import { ComplaintStatus } from './complaint.lifecycle';

@ObjectType({ description: 'A complaint of a customer, and what is done about it.' })
@Directive('@key(fields: "id")')
@Permission('complaints:read')
@Entity({ schema: 'customer', name: 'complaint' })
export class Complaint extends TenantRecord {
  @Field({ description: 'The number that people read, such as `CMP-000123`; counted per service centre.' })
  @Column('text')
  number!: string;

  @Column('uuid')
  customerId!: string;

  @Column('uuid')
  serviceCentreId!: string;

  @Column('uuid', { nullable: true })
  jobCardId!: string | null;

  /** The feedback that opened it; at most one complaint comes of one. */
  @Column('uuid', { nullable: true })
  feedbackId!: string | null;

  @Column('uuid', { nullable: true })
  assigneeId!: string | null;

  @Field(() => ComplaintCategory, { description: 'What it is about.' })
  @Column('text')
  category!: ComplaintCategory;

  @Field(() => ComplaintPriority, { description: 'How urgent it is.' })
  @Column('text')
  priority!: ComplaintPriority;

  @Field(() => ComplaintStatus, { description: 'Where it stands.' })
  @Column('text')
  status!: ComplaintStatus;

  @Field({ description: 'What is wrong, in the customer’s words where they said it.' })
  @Personal()
  @Column('text', { transformer: sealed('customer.complaint.description') })
  description!: string;

  @Field({ description: 'By when it is to be resolved.' })
  @Column({ type: 'timestamptz', precision: 3 })
  dueAt!: Date;

  @Personal()
  @Column('text', { nullable: true, transformer: sealed('customer.complaint.resolution') })
  resolution!: string | null;

  @Field(() => Date, { nullable: true, description: 'When its resolution was approved.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  resolvedAt!: Date | null;

  @Column('uuid', { nullable: true })
  resolvedById!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was closed.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  closedAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How the customer takes the resolution, from 1 to 5; null where nobody asked.',
  })
  @Column('integer', { nullable: true })
  customerSatisfaction!: number | null;
}
