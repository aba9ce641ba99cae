import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { decimalText } from '../../../../shared/database/decimal-column';
import { TenantRecord } from '../../../../shared/entity';

const QUANTITY = { precision: 15, scale: 3, transformer: decimalText } as const;

@ObjectType({ description: 'A part on a purchase order. Quantities are decimals in the part’s unit.' })
@Entity({ schema: 'inventory', name: 'purchase_order_line' })
export class PurchaseOrderLine extends TenantRecord {
  @Column('uuid')
  purchaseOrderId!: string;

  @Field(() => Int, { description: 'Its place on the order, from 1.' })
  @Column('integer')
  position!: number;

  @Column('uuid')
  partId!: string;

  @Field(() => String, { description: 'How much is ordered.' })
  @Column('numeric', QUANTITY)
  quantity!: string;

  @Field(() => String, { description: 'How much of it was received so far.' })
  @Column('numeric', QUANTITY)
  receivedQuantity!: string;

  @Column('bigint')
  unitPriceMinor!: number;

  @Column('bigint')
  totalMinor!: number;

  @Column('text')
  currency!: string;
}
