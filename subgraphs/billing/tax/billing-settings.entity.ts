import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { decimalText } from '../../../shared/database/decimal-column';
import { TenantRecord } from '../../../shared/entity';

@ObjectType({ description: 'What the organisation’s documents say of it, and by which terms it bills.' })
@Entity({ schema: 'billing', name: 'billing_settings' })
export class BillingSettings extends TenantRecord {
  @Field(() => String, {
    nullable: true,
    description: 'Name in law; null where it is the name customers know.',
  })
  @Column('text', { nullable: true })
  legalName!: string | null;

  @Field(() => String, { nullable: true, description: 'VAT or tax number; needed for reverse charge.' })
  @Column('text', { nullable: true })
  taxNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Number in the register of companies.' })
  @Column('text', { nullable: true })
  registrationNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Where customers pay to, such as an IBAN.' })
  @Column('text', { nullable: true })
  bankAccount!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where customers in India pay to by UPI, such as `shop@bank`; invoices in INR show a code for it.',
  })
  @Column('text', { nullable: true })
  upiId!: string | null;

  @Field(() => String, { nullable: true, description: 'What stands at the foot of each page.' })
  @Column('text', { nullable: true })
  footer!: string | null;

  @Column('text', { nullable: true })
  street!: string | null;

  @Column('text', { nullable: true })
  city!: string | null;

  @Column('text', { nullable: true })
  region!: string | null;

  @Column('text', { nullable: true })
  postalCode!: string | null;

  @Column('text', { nullable: true })
  country!: string | null;

  @Field(() => Int, { description: 'Days from the issue of an invoice until it is due; 0 for at once.' })
  @Column('integer')
  paymentTermsDays!: number;

  @Field(() => Int, { description: 'Days that a quotation is valid where it says nothing else.' })
  @Column('integer')
  quotationDays!: number;

  @Field({
    description: 'Whether a completed job, or a delivered counter order, makes a draft invoice by itself.',
  })
  @Column('boolean')
  draftsFromJobs!: boolean;

  @Field({
    description:
      'Points that customers get for each unit of currency they spend, such as a euro: a decimal, so that there may ' +
      'be one for many; `0` for none.',
  })
  @Column('numeric', { precision: 9, scale: 4, transformer: decimalText })
  loyaltyPointsPerUnit!: string;
}

/** Until somebody says otherwise. */
export const DEFAULT_SETTINGS = {
  paymentTermsDays: 14,
  quotationDays: 30,
  draftsFromJobs: true,
  loyaltyPointsPerUnit: '1',
} as const;
