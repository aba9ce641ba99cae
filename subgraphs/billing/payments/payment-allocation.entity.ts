import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';

/** Written once: what is taken back is another one, below zero. */
@ObjectType({ description: 'What an invoice got of a payment; below zero where that was taken back.' })
@Permission('payments:read')
@Entity({ schema: 'billing', name: 'payment_allocation' })
export class PaymentAllocation extends TenantRecord {
  @Field(() => ID, { description: 'The payment.' })
  @Column('uuid')
  paymentId!: string;

  @Field(() => ID, { description: 'The invoice.' })
  @Column('uuid')
  invoiceId!: string;

  @Column('text')
  currency!: string;

  @Column('bigint')
  amountMinor!: number;
}
