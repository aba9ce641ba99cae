import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Personal } from '../../../shared/access-log/personal';
import { sealed } from '../../../shared/database/sealed';
import { TenantRecord } from '../../../shared/entity';
import { ComplaintStatus } from './complaint.lifecycle';

@ObjectType({ description: 'A step in the life of a complaint. Steps are never changed or taken back.' })
@Entity({ schema: 'customer', name: 'complaint_status_change' })
export class ComplaintStatusChange extends TenantRecord {
  @Column('uuid')
  complaintId!: string;

  @Field(() => ComplaintStatus, {
    nullable: true,
    description: 'The state before; null when it was registered.',
  })
  @Column('text', { nullable: true })
  fromStatus!: ComplaintStatus | null;

  @Field(() => ComplaintStatus, { description: 'The state from then on.' })
  @Column('text')
  toStatus!: ComplaintStatus;

  /** Not for customers; its field resolver sees to that. */
  @Personal()
  @Column('text', { nullable: true, transformer: sealed('customer.complaint_status_change.reason') })
  reason!: string | null;

  @Column('uuid', { nullable: true })
  changedById!: string | null;
}
