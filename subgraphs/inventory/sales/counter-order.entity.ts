import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';
import { CounterOrderStatus } from './counter-order.lifecycle';

const INSTANT = { type: 'timestamptz', precision: 3, nullable: true } as const;

@ObjectType({
  description: 'Parts that are sold over the counter, to a customer or to somebody who walked in.',
})
@Directive('@key(fields: "id")')
@Permission('counterOrders:read')
@Entity({ schema: 'inventory', name: 'counter_order' })
export class CounterOrder extends TenantRecord {
  @Field({
    description: 'The number that people read, such as `CO-000123`; counted in the whole organisation.',
  })
  @Column('text')
  number!: string;

  /** Null for somebody who walked in and gave no name. */
  @Column('uuid', { nullable: true })
  customerId!: string | null;

  @Column('uuid')
  serviceCentreId!: string;

  @Column('uuid')
  locationId!: string;

  @Field(() => CounterOrderStatus, { description: 'Where it stands.' })
  @Column('text')
  status!: CounterOrderStatus;

  @Field({ description: 'Currency of all its amounts, ISO 4217: the organisation’s when it was made.' })
  @Column('text')
  currency!: string;

  @Column('bigint')
  totalMinor!: number;

  /** Counts the changes of its lines: an update that changes nothing else is a change all the same. */
  @Column('integer')
  revision!: number;

  @Field(() => String, { nullable: true, description: 'What is to be known about it; null when nothing.' })
  @Column('text', { nullable: true })
  notes!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was called off; null otherwise.' })
  @Column('text', { nullable: true })
  cancelledReason!: string | null;

  @Field(() => Date, { nullable: true, description: 'When its parts were reserved; null before.' })
  @Column(INSTANT)
  processedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it lay ready; null before.' })
  @Column(INSTANT)
  readyAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was handed over; null before.' })
  @Column(INSTANT)
  deliveredAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was called off; null otherwise.' })
  @Column(INSTANT)
  cancelledAt!: Date | null;

  /** The user; null for clients and the program itself. */
  @Column('uuid', { nullable: true })
  createdById!: string | null;

  @Column('uuid', { nullable: true })
  deliveredById!: string | null;
}
