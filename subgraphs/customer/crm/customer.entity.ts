import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { Personal } from '../../../shared/access-log/personal';
import { sealed } from '../../../shared/database/sealed';
import { TenantRecord } from '../../../shared/entity';
import { LocalDateScalar } from '../../../shared/scalars';

@ObjectType({ description: 'A person or company that the organisation works for.' })
@Directive('@key(fields: "id")')
@Permission('customers:read')
@Entity({ schema: 'customer', name: 'customer' })
export class Customer extends TenantRecord {
  @Field({ description: 'Number that people read out, such as `CUS-000123`; unique in the organisation.' })
  @Column('text')
  code!: string;

  @Field({ description: 'First name; empty where only a company or a last name is known.' })
  @Personal()
  @Column('text')
  firstName!: string;

  @Field({ description: 'Last name; may be empty.' })
  @Personal()
  @Column('text')
  lastName!: string;

  /** Made by the database: what the order by name compares. */
  @Column('text')
  nameKey!: string;

  @Field(() => String, { nullable: true, description: 'Company, for customers that are one.' })
  @Personal()
  @Column('text', { nullable: true })
  company!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Phone as E.164, such as `+393331234567`. Several customers may share one.',
  })
  @Personal()
  @Column('text', { nullable: true })
  phone!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'E-mail in lower case. Several customers may share one.',
  })
  @Personal()
  @Column('text', { nullable: true })
  email!: string | null;

  @Personal()
  @Column('text', { nullable: true, transformer: sealed('customer.customer.street') })
  street!: string | null;

  @Personal()
  @Column('text', { nullable: true })
  city!: string | null;

  @Personal()
  @Column('text', { nullable: true })
  region!: string | null;

  @Personal()
  @Column('text', { nullable: true, transformer: sealed('customer.customer.postal_code') })
  postalCode!: string | null;

  @Personal()
  @Column('text', { nullable: true })
  country!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Date of birth.' })
  @Personal()
  @Column('text', { nullable: true, transformer: sealed('customer.customer.date_of_birth') })
  dateOfBirth!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Language to write to them in, such as `it` or `pt-BR`; null for the organisation’s.',
  })
  @Column('text', { nullable: true })
  language!: string | null;

  /** The service centres that have had to do with them, and may see them. The database keeps it, from the links. */
  @Column('uuid', { array: true, default: [] })
  centres!: string[];

  /** For staff alone; its field resolver sees to that. */
  @Personal()
  @Column('text', { nullable: true, transformer: sealed('customer.customer.notes') })
  notes!: string | null;

  @Field(() => String, { nullable: true, description: 'VAT or tax number, as invoices show it.' })
  @Personal()
  @Column('text', { nullable: true, transformer: sealed('customer.customer.tax_number') })
  taxNumber!: string | null;

  /** For staff alone; its field resolver sees to that. */
  @Column('boolean', { default: false })
  possibleDuplicate!: boolean;

  @Field(() => Date, {
    nullable: true,
    description: 'When the person was erased: nothing but the number is left of them; null otherwise.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  erasedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was archived; null while it is in use.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  archivedAt!: Date | null;
}
