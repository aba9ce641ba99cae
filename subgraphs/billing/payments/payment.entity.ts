import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { Personal } from '../../../shared/access-log/personal';
import { sealed } from '../../../shared/database/sealed';
import { TenantRecord } from '../../../shared/entity';
import { PaymentState } from './payment.lifecycle';
import { PaymentMethod } from './payment-method';
import { PaymentProvider } from './stripe/payment-provider';

@ObjectType({ description: 'Money of a customer: for invoices, or kept for later.' })
@Directive('@key(fields: "id")')
@Permission('payments:read')
@Entity({ schema: 'billing', name: 'payment' })
export class Payment extends TenantRecord {
  @Column('uuid')
  serviceCentreId!: string;

  @Column('uuid')
  customerId!: string;

  @Column('uuid', { nullable: true })
  recordedById!: string | null;

  @Field(() => PaymentState, { description: 'Where it stands.' })
  @Column('text')
  status!: PaymentState;

  @Field(() => PaymentMethod, { description: 'How it was paid.' })
  @Column('text')
  method!: PaymentMethod;

  @Field(() => PaymentProvider, {
    nullable: true,
    description: 'Who takes it for the shop; null where the shop did.',
  })
  @Column('text', { nullable: true })
  provider!: PaymentProvider | null;

  /** What the provider calls it, once that is known. */
  @Column('text', { nullable: true })
  providerId!: string | null;

  /** The invoices that it was asked for, in the order in which they are settled when it comes. */
  @Column('uuid', { array: true, default: '{}' })
  intendedFor!: string[];

  @Field({ description: 'Whether the customer’s bank disputes it at the provider.' })
  @Column('boolean', { default: false })
  disputed!: boolean;

  @Field({ description: 'Whether it was taken before there was an invoice.' })
  @Column('boolean')
  deposit!: boolean;

  @Column('text')
  currency!: string;

  @Column('bigint')
  amountMinor!: number;

  /** What of it invoices got: the sum of its allocations. */
  @Column('bigint')
  allocatedMinor!: number;

  /** What of it is the customer’s balance: the sum of its entries there. */
  @Column('bigint')
  keptMinor!: number;

  /** What of it went back, or is on the way: the sum of its refunds that did not fail. */
  @Column('bigint')
  refundedMinor!: number;

  @Field(() => String, { nullable: true, description: 'Number of the cheque, the transfer or the slip.' })
  @Personal()
  @Column('text', { nullable: true, transformer: sealed('billing.payment.reference') })
  reference!: string | null;

  @Field(() => String, { nullable: true, description: 'What the staff noted; not on the receipt.' })
  @Personal()
  @Column('text', { nullable: true, transformer: sealed('billing.payment.notes') })
  notes!: string | null;

  @Field(() => Date, { nullable: true, description: 'When the money came; null while it has not.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  paidAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was voided; null otherwise.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  voidedAt!: Date | null;

  @Column('uuid', { nullable: true })
  voidedById!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was voided; null otherwise.' })
  @Column('text', { nullable: true })
  voidReason!: string | null;
}
