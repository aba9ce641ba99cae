import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { TenantRecord } from '../../../../shared/entity';
import { RefundState } from '../payment.lifecycle';
import { PaymentMethod } from '../payment-method';

@ObjectType({ description: 'What of a payment went back to the customer.' })
@Permission('payments:read')
@Entity({ schema: 'billing', name: 'refund' })
export class Refund extends TenantRecord {
  @Column('uuid')
  paymentId!: string;

  @Field(() => RefundState, { description: 'Where it stands.' })
  @Column('text')
  status!: RefundState;

  @Field(() => PaymentMethod, { description: 'How it was given back.' })
  @Column('text')
  method!: PaymentMethod;

  @Column('text')
  currency!: string;

  @Column('bigint')
  amountMinor!: number;

  /** What the provider calls it, once that is known. */
  @Column('text', { nullable: true })
  providerId!: string | null;

  @Field({ description: 'Why.' })
  @Column('text')
  reason!: string;

  @Column('uuid', { nullable: true })
  refundedById!: string | null;
}
