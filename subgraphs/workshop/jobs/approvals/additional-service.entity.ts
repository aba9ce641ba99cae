import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { Personal } from '../../../../shared/access-log/personal';
import { sealed } from '../../../../shared/database/sealed';
import { TenantRecord } from '../../../../shared/entity';
import type { Labour } from '../services/labour';
import { AdditionalServiceStatus } from './additional-service.lifecycle';
import type { ApprovalMeans } from './approval-means';

@ObjectType({
  description:
    'Work beyond what was agreed upon, proposed to the customer for an amount. Approved, it becomes services of the job.',
})
@Directive('@key(fields: "id")')
@Permission('jobs:read')
@Entity({ schema: 'workshop', name: 'additional_service' })
export class AdditionalService extends TenantRecord {
  @Column('uuid')
  jobCardId!: string;

  @Field({ description: 'What is proposed, in a few words.' })
  @Column('text')
  title!: string;

  @Field(() => String, { nullable: true, description: 'Why it is needed, for the customer to read.' })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('jsonb')
  lines!: Labour[];

  @Column('bigint')
  amountMinor!: number;

  @Column('text')
  amountCurrency!: string;

  @Field(() => AdditionalServiceStatus, { description: 'Where it stands.' })
  @Column('text')
  status!: AdditionalServiceStatus;

  @Column('uuid', { nullable: true })
  proposedById!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Column('integer', { nullable: true })
  decidedVersion!: number | null;

  @Column('bigint', { nullable: true })
  decidedAmountMinor!: number | null;

  @Column('text', { nullable: true })
  decidedMeans!: ApprovalMeans | null;

  @Column('uuid', { nullable: true })
  decidedById!: string | null;

  @Personal()
  @Column('text', { nullable: true, transformer: sealed('workshop.additional_service.decided_by_name') })
  decidedByName!: string | null;

  @Column('text', { nullable: true })
  decisionNote!: string | null;
}
