import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { decimalText } from '../../../shared/database/decimal-column';
import { TenantRecord } from '../../../shared/entity';
import { LocalDateScalar } from '../../../shared/scalars';
import { TaxCategory } from './tax-category';

@ObjectType({
  description:
    'A rate of tax that lines of quotations and invoices can bear. It never changes; a new one follows it.',
})
@Entity({ schema: 'billing', name: 'tax_rate' })
export class TaxRate extends TenantRecord {
  @Field({ description: 'What the rate is called, such as `Standard rate`.' })
  @Column('text')
  name!: string;

  @Field({ description: 'Country whose tax it is, ISO 3166-1 alpha-2.' })
  @Column('text')
  country!: string;

  @Field(() => TaxCategory, { description: 'How it is treated in law.' })
  @Column('text')
  category!: TaxCategory;

  @Field(() => String, { description: 'Per cent of the net amount, as a decimal: `22` or `5.5`.' })
  @Column('numeric', { precision: 7, scale: 4, transformer: decimalText })
  percent!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Why there is no tax, as documents must state; for exempt rates, and for others that have none.',
  })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Field(() => LocalDateScalar, { description: 'The first day that it is in force.' })
  @Column('date')
  validFrom!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day; null while no end is known.' })
  @Column('date', { nullable: true })
  validTo!: string | null;

  /** The rate that this one followed. */
  @Column('uuid', { nullable: true })
  replacesId!: string | null;
}
