import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column } from 'typeorm';
import { decimalText } from '../../../shared/database/decimal-column';
import { TenantRecord } from '../../../shared/entity';
import { TaxCategory } from '../tax/tax-category';

export enum LineType {
  SERVICE = 'SERVICE',
  LABOUR = 'LABOUR',
  PART = 'PART',
  OTHER = 'OTHER',
}
registerEnumType(LineType, {
  name: 'DocumentLineType',
  description: 'What a line of a quotation, an invoice or a credit note is for.',
  valuesConfig: {
    SERVICE: { description: 'Work at a price of its own.' },
    LABOUR: { description: 'Work by the hour; the quantity is hours.' },
    PART: { description: 'A part, a fluid, a tyre.' },
    OTHER: { description: 'Anything else, such as a fee.' },
  },
});

/** What lines of all kinds of documents have. Amounts are minor units of the document's currency. */
@ObjectType()
export abstract class DocumentLine extends TenantRecord {
  @Field(() => Int, { description: 'Where it stands in its document: ascending, with gaps.' })
  @Column('integer')
  position!: number;

  @Field(() => LineType, { description: 'What it is for.' })
  @Column('text')
  type!: LineType;

  @Field(() => String, { nullable: true, description: 'A code such as a part’s number; null without one.' })
  @Column('text', { nullable: true })
  code!: string | null;

  @Field({ description: 'What is charged, as the customer reads it.' })
  @Column('text')
  description!: string;

  @Field(() => String, { description: 'How many, or how many hours, as a decimal: `4` or `1.25`.' })
  @Column('numeric', { precision: 15, scale: 7, transformer: decimalText })
  quantity!: string;

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

  @Column('uuid')
  taxRateId!: string;

  @Field(() => TaxCategory, { description: 'How it is taxed.' })
  @Column('text')
  taxCategory!: TaxCategory;

  @Field(() => String, { description: 'Per cent of tax that it bears, as a decimal: `22` or `5.5`.' })
  @Column('numeric', { precision: 7, scale: 4, transformer: decimalText })
  taxPercent!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why there is no tax on it, as the document must state; null where there is.',
  })
  @Column('text', { nullable: true })
  taxReason!: string | null;

  @Field(() => ID, { nullable: true, description: 'The service of the catalogue that it is for, if any.' })
  @Column('uuid', { nullable: true })
  serviceItemId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The part that it is for, if any.' })
  @Column('uuid', { nullable: true })
  partId!: string | null;

  @Column('bigint')
  amountMinor!: number;

  @Column('bigint')
  shareMinor!: number;

  @Column('bigint')
  netMinor!: number;

  @Column('bigint')
  taxMinor!: number;
}
