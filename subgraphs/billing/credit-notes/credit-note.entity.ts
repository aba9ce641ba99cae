import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { Personal } from '../../../shared/access-log/personal';
import { LocalDateScalar } from '../../../shared/scalars';
import { sealedValue } from '../documents/columns';
import { DocumentRecord } from '../documents/document.entity';
import { DocumentBuyer, DocumentSeller, DocumentVehicle } from '../documents/parties.type';

@ObjectType({ description: 'What takes an issued invoice back, in whole or in part. It never changes.' })
@Directive('@key(fields: "id")')
@Permission('invoices:read')
@Entity({ schema: 'billing', name: 'credit_note' })
export class CreditNote extends DocumentRecord {
  @Field({ description: 'Such as `CN-MI1-000123`, without gaps per service centre.' })
  @Column('text')
  number!: string;

  /** The number within its series. */
  @Column('bigint')
  sequence!: number;

  @Column('uuid')
  invoiceId!: string;

  @Column('uuid', { nullable: true })
  technicianId!: string | null;

  @Field({ description: 'Why, as the customer reads it.' })
  @Column('text')
  reason!: string;

  @Field(() => LocalDateScalar, { description: 'The day it was issued, by the service centre’s calendar.' })
  @Column('date')
  issuedOn!: string;

  @Field(() => Date, { nullable: true, description: 'When it was last sent to the customer on demand.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  sentAt!: Date | null;

  @Field(() => DocumentSeller, { description: 'Who bills.' })
  @Column('jsonb')
  seller!: DocumentSeller;

  @Field(() => DocumentBuyer, { description: 'Who was billed, as the invoice states it.' })
  @Personal()
  @Column('text', { transformer: sealedValue('billing.credit_note.buyer') })
  buyer!: DocumentBuyer;

  @Field(() => DocumentVehicle, { nullable: true, description: 'The vehicle, as the invoice states it.' })
  @Column('text', { nullable: true, transformer: sealedValue('billing.credit_note.vehicle_then') })
  vehicleThen!: DocumentVehicle | null;
}
