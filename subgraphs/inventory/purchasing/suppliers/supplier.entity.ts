import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { sealed } from '../../../../shared/database/sealed';
import { TenantRecord } from '../../../../shared/entity';

@ObjectType({ description: 'A company that the organisation buys parts from.' })
@Directive('@key(fields: "id")')
@Permission('suppliers:read')
@Entity({ schema: 'inventory', name: 'supplier' })
export class Supplier extends TenantRecord {
  @Field({ description: 'What the company is called.' })
  @Column('text')
  name!: string;

  /** Made by the database: what the order by name compares. */
  @Column({ type: 'text', insert: false, update: false })
  nameKey!: string;

  @Field(() => String, { nullable: true, description: 'Whom to ask for there.' })
  @Column('text', { nullable: true, transformer: sealed('inventory.supplier.contact_name') })
  contactName!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'E-mail in lower case: where purchase orders are sent. Null: they are sent in some other way.',
  })
  @Column('text', { nullable: true, transformer: sealed('inventory.supplier.email') })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Phone as E.164, such as `+390591234567`.' })
  @Column('text', { nullable: true, transformer: sealed('inventory.supplier.phone') })
  phone!: string | null;

  @Column('text', { nullable: true, transformer: sealed('inventory.supplier.street') })
  street!: string | null;

  @Column('text', { nullable: true })
  city!: string | null;

  @Column('text', { nullable: true })
  region!: string | null;

  @Column('text', { nullable: true, transformer: sealed('inventory.supplier.postal_code') })
  postalCode!: string | null;

  @Column('text', { nullable: true })
  country!: string | null;

  @Field({ description: 'The currency of its prices as ISO 4217, and so of orders to it.' })
  @Column('text')
  currency!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Days from the order to the delivery, as a rule; null if unknown.',
  })
  @Column('integer', { nullable: true })
  leadTimeDays!: number | null;

  @Field(() => String, { nullable: true, description: 'The number that the organisation has with them.' })
  @Column('text', { nullable: true })
  accountNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'What else is worth knowing.' })
  @Column('text', { nullable: true, transformer: sealed('inventory.supplier.notes') })
  notes!: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was archived: nothing new is ordered from it; null while it is in use.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  archivedAt!: Date | null;
}
