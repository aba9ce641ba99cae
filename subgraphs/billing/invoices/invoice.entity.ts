import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { Personal } from '../../../shared/access-log/personal';
import { LocalDateScalar } from '../../../shared/scalars';
import { sealedValue } from '../documents/columns';
import { DraftableDocument } from '../documents/document.entity';
import { DocumentBuyer, DocumentSeller, DocumentVehicle } from '../documents/parties.type';
import { InvoiceStatus } from './invoice.lifecycle';

@ObjectType({ description: 'An invoice: a draft to work on, then a numbered document that never changes.' })
@Directive('@key(fields: "id")')
@Permission('invoices:read')
@Entity({ schema: 'billing', name: 'invoice' })
export class Invoice extends DraftableDocument {
  @Field(() => String, {
    nullable: true,
    description: 'Such as `INV-MI1-000123`, without gaps per service centre; null until it is issued.',
  })
  @Column('text', { nullable: true })
  number!: string | null;

  /** The number within its series. */
  @Column('bigint', { nullable: true })
  sequence!: number | null;

  @Field(() => InvoiceStatus, { description: 'Where it stands.' })
  @Column('text')
  status!: InvoiceStatus;

  @Column('uuid', { nullable: true })
  jobCardId!: string | null;

  @Column('uuid', { nullable: true })
  counterOrderId!: string | null;

  @Column('uuid', { nullable: true })
  quotationId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The customer’s own reference, such as an order number.',
  })
  @Column('text', { nullable: true })
  reference!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days from issue until it is due; null for those of the billing settings on that day.',
  })
  @Column('integer', { nullable: true })
  paymentTermsDays!: number | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day it was issued, by the service centre’s calendar; null for a draft.',
  })
  @Column('date', { nullable: true })
  issuedOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it is due; null for a draft.' })
  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was issued; null for a draft.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  issuedAt!: Date | null;

  @Column('uuid', { nullable: true })
  issuedById!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was last sent to the customer on demand.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  sentAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the draft was given up; null otherwise.' })
  @Column('text', { nullable: true })
  cancelledReason!: string | null;

  @Field(() => DocumentSeller, { nullable: true, description: 'Who bills; null for a draft.' })
  @Column('jsonb', { nullable: true })
  seller!: DocumentSeller | null;

  @Field(() => DocumentBuyer, { nullable: true, description: 'Who is billed; null for a draft.' })
  @Personal()
  @Column('text', { nullable: true, transformer: sealedValue('billing.invoice.buyer') })
  buyer!: DocumentBuyer | null;

  @Field(() => DocumentVehicle, {
    nullable: true,
    description: 'The vehicle as it was; null for a draft, or where it is about none.',
  })
  @Column('text', { nullable: true, transformer: sealedValue('billing.invoice.vehicle_then') })
  vehicleThen!: DocumentVehicle | null;

  /** What payments have settled of it: changed under the lock of this row, and the sum of their allocations. */
  @Column({ type: 'bigint', default: 0 })
  paidMinor!: number;

  /** What credit notes took off it: changed under the lock of this row, and the sum of their totals. */
  @Column({ type: 'bigint', default: 0 })
  creditedMinor!: number;

  /** Made by the database: total less what is credited and paid. Below zero the customer has something to get. */
  @Column({ type: 'bigint', insert: false, update: false })
  balanceMinor!: number;

  /** What the list by due day is sorted by, made by the database: that day, or the end of time. */
  @Column({ type: 'date', insert: false, update: false })
  dueOrNever!: string;
}
