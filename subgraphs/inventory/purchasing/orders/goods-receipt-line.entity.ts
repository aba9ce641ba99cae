import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { decimalText } from '../../../../shared/database/decimal-column';
import { TenantRecord } from '../../../../shared/entity';

@ObjectType({ description: 'How much of a line of the order came, and at what price.' })
@Entity({ schema: 'inventory', name: 'goods_receipt_line' })
export class GoodsReceiptLine extends TenantRecord {
  @Column('uuid')
  goodsReceiptId!: string;

  @Column('uuid')
  orderLineId!: string;

  @Column('uuid')
  partId!: string;

  @Field(() => String, { description: 'How much came, as a decimal in the part’s unit.' })
  @Column('numeric', { precision: 15, scale: 3, transformer: decimalText })
  quantity!: string;

  @Column('bigint')
  unitPriceMinor!: number;

  @Column('bigint')
  totalMinor!: number;

  @Column('text')
  currency!: string;
}
