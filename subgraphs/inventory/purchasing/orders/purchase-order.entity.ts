import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { TenantRecord } from '../../../../shared/entity';
import { LocalDateScalar } from '../../../../shared/scalars';
import { PurchaseOrderStatus } from './purchase-order.lifecycle';

const INSTANT = { type: 'timestamptz', precision: 3, nullable: true } as const;

@ObjectType({ description: 'An order of parts from a supplier, to one place.' })
@Directive('@key(fields: "id")')
@Permission('purchaseOrders:read')
@Entity({ schema: 'inventory', name: 'purchase_order' })
export class PurchaseOrder extends TenantRecord {
  @Field({
    description: 'The number that people read, such as `PO-000123`; counted in the whole organisation.',
  })
  @Column('text')
  number!: string;

  @Column('uuid')
  supplierId!: string;

  @Column('uuid')
  locationId!: string;

  /** Of the place; null for a central warehouse. */
  @Column('uuid', { nullable: true })
  serviceCentreId!: string | null;

  @Field(() => PurchaseOrderStatus, { description: 'Where it stands.' })
  @Column('text')
  status!: PurchaseOrderStatus;

  @Field({ description: 'The currency of its prices: the supplier’s when it was made.' })
  @Column('text')
  currency!: string;

  @Column('bigint')
  totalMinor!: number;

  /** Counts the changes of its lines. */
  @Column('integer')
  revision!: number;

  @Field(() => String, { nullable: true, description: 'What the supplier should know; it is sent along.' })
  @Column('text', { nullable: true })
  notes!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it is expected; null if unknown.' })
  @Column('date', { nullable: true })
  expectedOn!: string | null;

  /** What the list by expected day is sorted by, made by the database: that day, or the end of time. */
  @Column({ type: 'date', insert: false, update: false })
  expectedOrNever!: string;

  @Column('uuid', { nullable: true })
  requestedById!: string | null;

  @Column('uuid', { nullable: true })
  submittedById!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was submitted for approval; null before that.' })
  @Column(INSTANT)
  submittedAt!: Date | null;

  @Column('uuid', { nullable: true })
  decidedById!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was approved or rejected; null before that.' })
  @Column(INSTANT)
  decidedAt!: Date | null;

  @Column('uuid', { nullable: true })
  orderedById!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was sent to the supplier; null before that.' })
  @Column(INSTANT)
  orderedAt!: Date | null;

  @Field(() => Int, { description: 'How often something of it was received.' })
  @Column('integer')
  receiptCount!: number;

  @Field(() => Date, { nullable: true, description: 'When the last of it was received; null before that.' })
  @Column(INSTANT)
  receivedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was rejected, cancelled or closed short; null otherwise.',
  })
  @Column('text', { nullable: true })
  closedReason!: string | null;
}
