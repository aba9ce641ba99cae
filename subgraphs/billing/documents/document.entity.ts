import { Field, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { decimalText } from '../../../shared/database/decimal-column';
import { TenantRecord } from '../../../shared/entity';

/** What quotations, invoices and credit notes have. Amounts are minor units of `currency`. */
@ObjectType()
export abstract class DocumentRecord extends TenantRecord {
  @Column('uuid')
  serviceCentreId!: string;

  @Column('uuid')
  customerId!: string;

  @Column('uuid', { nullable: true })
  vehicleId!: string | null;

  @Column('uuid', { nullable: true })
  createdById!: string | null;

  /** The zone by whose calendar its days are meant. */
  @Column('text')
  timeZone!: string;

  @Field({ description: 'Currency of all its amounts, ISO 4217.' })
  @Column('text')
  currency!: string;

  @Field({ description: 'Whether its unit prices and discounts have the tax in them.' })
  @Column('boolean')
  pricesIncludeTax!: boolean;

  @Field({ description: 'Whether tax was rounded on each line; otherwise once a category and rate.' })
  @Column('boolean')
  taxPerLine!: boolean;

  @Column('bigint')
  subtotalMinor!: number;

  @Column('bigint')
  discountTotalMinor!: number;

  @Column('bigint')
  netMinor!: number;

  @Column('bigint')
  taxMinor!: number;

  @Column('bigint')
  totalMinor!: number;
}

/** What can be worked on before it goes out. */
@ObjectType()
export abstract class DraftableDocument extends DocumentRecord {
  @Field(() => String, {
    nullable: true,
    description: 'Per cent that are taken off the whole; null where it is an amount or nothing.',
  })
  @Column('numeric', { precision: 7, scale: 4, nullable: true, transformer: decimalText })
  discountPercent!: string | null;

  @Column('bigint', { nullable: true })
  discountMinor!: number | null;

  /** Whose work it is about, where that is one technician's. */
  @Column('uuid', { nullable: true })
  technicianId!: string | null;

  @Field(() => String, { nullable: true, description: 'What the document says below its lines.' })
  @Column('text', { nullable: true })
  notes!: string | null;
}
