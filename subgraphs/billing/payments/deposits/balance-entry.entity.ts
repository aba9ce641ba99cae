import { Column, Entity } from 'typeorm';
import { TenantRecord } from '../../../../shared/entity';

export type BalanceCause = 'KEPT' | 'APPLIED' | 'REFUNDED' | 'VOIDED';

/** What a payment put into a customer’s balance, or what left it again: written once. The balance is the sum. */
@Entity({ schema: 'billing', name: 'balance_entry' })
export class BalanceEntry extends TenantRecord {
  @Column('uuid')
  customerId!: string;

  @Column('uuid')
  paymentId!: string;

  @Column('text')
  currency!: string;

  @Column('bigint')
  amountMinor!: number;

  @Column('text')
  cause!: BalanceCause;
}
