import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { sealed } from '../../../shared/database/sealed';
import { TenantRecord } from '../../../shared/entity';
import type { SubgraphName } from '../../../shared/environment';
import type { Erasure } from '../../../shared/personal-data/personal-data';
import { ErasureStatus } from './privacy.lifecycle';

@ObjectType({
  description: 'That a customer was erased: why, what of them, and what was kept for which reason.',
})
@Permission('customers:erase')
@Entity({ schema: 'customer', name: 'erasure' })
export class CustomerErasure extends TenantRecord {
  @Column('uuid')
  customerId!: string;

  @Field({ description: 'Why, such as a request and its date.' })
  @Column('text', { transformer: sealed('customer.erasure.reason') })
  reason!: string;

  @Field(() => ErasureStatus, { description: 'How far it has come.' })
  @Column('text')
  status!: ErasureStatus;

  /** What each part of the program said that it did. */
  @Column('jsonb')
  reports!: Partial<Record<SubgraphName, Erasure>>;

  @Column('uuid', { nullable: true })
  requestedById!: string | null;

  @Field(() => Date, { nullable: true, description: 'When all parts had erased theirs; null before.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  completedAt!: Date | null;
}
