import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { decimalText } from '../../../../shared/database/decimal-column';
import { TenantRecord } from '../../../../shared/entity';
import { StockTransferStatus } from './transfer.lifecycle';

@ObjectType({ description: 'Parts that go from one place to another.' })
@Directive('@key(fields: "id")')
@Permission('transfers:read')
@Entity({ schema: 'inventory', name: 'stock_transfer' })
export class StockTransfer extends TenantRecord {
  @Field({ description: 'The number that people read, such as `TR-000123`.' })
  @Column('text')
  number!: string;

  @Column('uuid')
  fromLocationId!: string;

  @Column('uuid')
  toLocationId!: string;

  @Field(() => StockTransferStatus, { description: 'Where it stands.' })
  @Column('text')
  status!: StockTransferStatus;

  @Field(() => String, {
    nullable: true,
    description: 'What was said when it was asked for; null when nothing.',
  })
  @Column('text', { nullable: true })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was rejected or cancelled; null otherwise.' })
  @Column('text', { nullable: true })
  closedReason!: string | null;

  @Column('uuid', { nullable: true })
  requestedById!: string | null;

  @Column('uuid', { nullable: true })
  decidedById!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was approved or rejected; null before.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Column('uuid', { nullable: true })
  shippedById!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it left; null before.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  shippedAt!: Date | null;

  @Column('uuid', { nullable: true })
  receivedById!: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When the last of it came or was written off; null before.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  receivedAt!: Date | null;
}

const QUANTITY = { precision: 15, scale: 3, transformer: decimalText } as const;

@ObjectType({ description: 'One part of a transfer. Quantities are decimals in the part’s unit.' })
@Permission('transfers:read')
@Entity({ schema: 'inventory', name: 'stock_transfer_line' })
export class StockTransferLine extends TenantRecord {
  @Column('uuid')
  transferId!: string;

  @Column('integer')
  position!: number;

  @Column('uuid')
  partId!: string;

  @Field(() => String, { description: 'How much was asked for.' })
  @Column('numeric', QUANTITY)
  quantity!: string;

  @Field(() => String, { description: 'How much left.' })
  @Column('numeric', QUANTITY)
  shipped!: string;

  @Field(() => String, { description: 'How much of that came.' })
  @Column('numeric', QUANTITY)
  received!: string;

  @Field(() => String, { description: 'How much of that never came, and was written off.' })
  @Column('numeric', QUANTITY)
  lost!: string;

  /** Of one, as it left: minor units with decimals. */
  @Column('numeric', { precision: 20, scale: 6, nullable: true, transformer: decimalText })
  unitCost!: string | null;

  @Column('text', { nullable: true })
  costCurrency!: string | null;
}
