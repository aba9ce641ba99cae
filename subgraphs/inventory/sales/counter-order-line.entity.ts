import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { decimalText } from '../../../shared/database/decimal-column';
import { TenantRecord } from '../../../shared/entity';

const QUANTITY = { precision: 15, scale: 3, transformer: decimalText } as const;

@ObjectType({
  description: 'A part of an order over the counter. Quantities are decimals in the part’s unit.',
})
@Permission('counterOrders:read')
@Entity({ schema: 'inventory', name: 'counter_order_line' })
export class CounterOrderLine extends TenantRecord {
  @Column('uuid')
  counterOrderId!: string;

  @Field(() => Int, { description: 'Where it stands in its order, from 1.' })
  @Column('integer')
  position!: number;

  @Column('uuid')
  partId!: string;

  @Field({ description: 'The part’s number, as it was when the line was written.' })
  @Column('text')
  sku!: string;

  @Field({ description: 'What the part is called, as it was when the line was written.' })
  @Column('text')
  partName!: string;

  @Field(() => String, { description: 'How much is sold.' })
  @Column('numeric', QUANTITY)
  quantity!: string;

  @Field(() => String, {
    description:
      'How much more was wanted, was not there, and was left off the order when it was processed in part.',
  })
  @Column('numeric', QUANTITY)
  leftOff!: string;

  @Column('text')
  currency!: string;

  @Column('bigint')
  unitPriceMinor!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Per cent that are taken off the line; null where it is an amount or nothing.',
  })
  @Column('numeric', { precision: 7, scale: 4, nullable: true, transformer: decimalText })
  discountPercent!: string | null;

  @Column('bigint', { nullable: true })
  discountMinor!: number | null;

  @Column('bigint')
  amountMinor!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Category of tax, such as `S`, as the line was written; null for the usual one.',
  })
  @Column('text', { nullable: true })
  taxCategory!: string | null;

  /** Of the ledger, once it is handed over. */
  @Column('uuid', { nullable: true })
  movementId!: string | null;

  /** Of one, in minor units with decimals, as it left; null before, or when nobody knew. */
  @Column('numeric', { precision: 20, scale: 6, nullable: true, transformer: decimalText })
  unitCost!: string | null;

  @Column('text', { nullable: true })
  costCurrency!: string | null;
}
