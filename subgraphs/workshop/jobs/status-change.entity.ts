import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { TenantRecord } from '../../../shared/entity';
import { JobCardStatus } from './job-card.lifecycle';

@ObjectType({ description: 'A step in the life of a job card. Steps are never changed or taken back.' })
@Entity({ schema: 'workshop', name: 'job_card_status_change' })
export class JobCardStatusChange extends TenantRecord {
  @Column('uuid')
  jobCardId!: string;

  @Field(() => JobCardStatus, { nullable: true, description: 'The state before; null when it was made.' })
  @Column('text', { nullable: true })
  fromStatus!: JobCardStatus | null;

  @Field(() => JobCardStatus, { description: 'The state from then on.' })
  @Column('text')
  toStatus!: JobCardStatus;

  @Field(() => String, { nullable: true, description: 'Why, where somebody said.' })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { nullable: true })
  changedById!: string | null;
}
