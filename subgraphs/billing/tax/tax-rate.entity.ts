import { Decimal } from 'decimal.js';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { TenantRecord } from '../../../shared/entity';

export enum TaxCategory {
  STANDARD = 'STANDARD',
  ZERO = 'ZERO',
  OUTSIDE = 'OUTSIDE',
}
registerEnumType(TaxCategory, {
  name: 'TaxCategory',
  description: 'How a rate is treated in law, after the codes of EN 16931.',
  valuesConfig: {
    STANDARD: { description: 'Taxed, at a full or a reduced rate (code S).' },
    ZERO: { description: 'Taxed at nothing, and shown as such (code Z).' },
    OUTSIDE: { description: 'Not subject to the tax at all (code O).' },
  },
});

@ObjectType({ description: 'A rate of tax that lines of quotes and invoices can bear.' })
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
  @Column('numeric', {
    precision: 7,
    scale: 4,
    transformer: {
      to: (percent: string) => percent,
      from: (stored: string) => new Decimal(stored).toString(),
    },
  })
  percent!: string;
}
