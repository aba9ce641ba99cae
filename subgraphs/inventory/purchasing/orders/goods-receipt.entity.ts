import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { decimalText } from '../../../../shared/database/decimal-column';
import { TenantRecord } from '../../../../shared/entity';

@ObjectType({ description: 'What came of a purchase order at one time. It is never changed or taken back.' })
@Entity({ schema: 'inventory', name: 'goods_receipt' })
export class GoodsReceipt extends TenantRecord {
  @Field({ description: 'The order’s number and a count: `PO-000123/1`.' })
  @Column('text')
  number!: string;

  @Column('uuid')
  purchaseOrderId!: string;

  @Field(() => String, { nullable: true, description: 'The number on the supplier’s delivery note.' })
  @Column('text', { nullable: true })
  deliveryNote!: string | null;

  @Field(() => String, { nullable: true, description: 'What else is to be said: damage, what was missing.' })
  @Column('text', { nullable: true })
  notes!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What one unit of the order’s currency cost in the organisation’s; null where they are the same.',
  })
  @Column('numeric', { precision: 20, scale: 10, nullable: true, transformer: decimalText })
  exchangeRate!: string | null;

  @Column('uuid', { nullable: true })
  receivedById!: string | null;
}
