import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { decimalText } from '../../../shared/database/decimal-column';
import { TenantRecord } from '../../../shared/entity';
import { PartUnit } from './unit';

export enum PartCategory {
  SPARE_PART = 'SPARE_PART',
  CONSUMABLE = 'CONSUMABLE',
  TOOL = 'TOOL',
  OTHER = 'OTHER',
}
registerEnumType(PartCategory, {
  name: 'PartCategory',
  description: 'What kind of thing a part is.',
  valuesConfig: {
    SPARE_PART: { description: 'Fitted to a vehicle.' },
    CONSUMABLE: { description: 'Used up at work: oil, cleaner, cable ties.' },
    TOOL: { description: 'Used by the shop itself.' },
    OTHER: { description: 'Anything else that is kept or sold.' },
  },
});

@ObjectType({
  description: 'Something that the shop keeps, fits or sells. There is one record of it in the organisation.',
})
@Directive('@key(fields: "id")')
@Permission('parts:read')
@Entity({ schema: 'inventory', name: 'part' })
export class Part extends TenantRecord {
  @Field({
    description: 'Number that people type, such as `06A 115 561 B`; unique in the organisation, in capitals.',
  })
  @Column('text')
  sku!: string;

  @Field({ description: 'What it is called, as customers read it.' })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, description: 'What else is to be said about it.' })
  @Column('text', { nullable: true })
  description!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What a scanner reads off it; unique in the organisation.',
  })
  @Column('text', { nullable: true })
  barcode!: string | null;

  /** The barcode as look-ups compare it: a UPC-A and the EAN-13 of the same article are one. */
  @Column('text', { nullable: true })
  barcodeKey!: string | null;

  @Field(() => PartCategory, { description: 'What kind of thing it is.' })
  @Column('text')
  category!: PartCategory;

  @Field(() => String, { nullable: true, description: 'Who makes it.' })
  @Column('text', { nullable: true })
  brand!: string | null;

  @Column('text', { nullable: true })
  brandKey!: string | null;

  @Field(() => PartUnit, { description: 'What it is counted in. This never changes.' })
  @Column('text')
  unit!: PartUnit;

  @Column('bigint', { nullable: true })
  priceMinor!: number | null;

  @Column('text', { nullable: true })
  priceCurrency!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Category of tax, such as `S`; null for the usual one.',
  })
  @Column('text', { nullable: true })
  taxCategory!: string | null;

  @Column('bigint', { nullable: true })
  coreDepositMinor!: number | null;

  @Column('text', { nullable: true })
  coreDepositCurrency!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'It is low where no more than this is available, unless the place has a reorder point of its own; null for never.',
  })
  @Column('numeric', { precision: 15, scale: 3, nullable: true, transformer: decimalText })
  reorderPoint!: string | null;

  @Field(() => String, { nullable: true, description: 'How much is usually ordered at a time.' })
  @Column('numeric', { precision: 15, scale: 3, nullable: true, transformer: decimalText })
  reorderQuantity!: string | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'Since when it is not bought any more; what is there is still used and sold. Null while it is.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  discontinuedAt!: Date | null;

  @Column('uuid', { nullable: true })
  replacedById!: string | null;
}
