import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { Personal } from '../../../shared/access-log/personal';
import { LocalDateScalar } from '../../../shared/scalars';
import { sealedValue } from '../documents/columns';
import { DraftableDocument } from '../documents/document.entity';
import { DocumentBuyer, DocumentSeller, DocumentVehicle } from '../documents/parties.type';
import { ConversionKind, DecidedThrough } from './quotation.enums';
import { QuotationStatus } from './quotation.lifecycle';

@ObjectType({ description: 'An offer to a customer: what something would cost, until which day.' })
@Directive('@key(fields: "id")')
@Permission('quotations:read')
@Entity({ schema: 'billing', name: 'quotation' })
export class Quotation extends DraftableDocument {
  @Field({
    description: 'The number that people read, such as `QUO-MI1-000123`; counted per service centre.',
  })
  @Column('text')
  number!: string;

  @Field(() => QuotationStatus, { description: 'Where it stands.' })
  @Column('text')
  status!: QuotationStatus;

  @Field(() => ID, { nullable: true, description: 'The lead that it answers, if any.' })
  @Column('uuid', { nullable: true })
  leadId!: string | null;

  @Field(() => LocalDateScalar, {
    description: 'The last day that it can be accepted, by the service centre’s calendar.',
  })
  @Column('date')
  validUntil!: string;

  @Column('uuid', { nullable: true })
  approvedById!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was approved; null before.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  approvedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was last sent; null before.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  sentAt!: Date | null;

  @Column('uuid', { nullable: true })
  decidedById!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was accepted or rejected; null before.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Field(() => DecidedThrough, { nullable: true, description: 'By what means; null before.' })
  @Column('text', { nullable: true })
  decidedThrough!: DecidedThrough | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was said with the decision; null where nothing was.',
  })
  @Column('text', { nullable: true })
  decisionReason!: string | null;

  /** What it becomes: taken once, before the other subgraph is asked to make it. */
  @Column('text', { nullable: true })
  conversionKind!: ConversionKind | null;

  @Column('uuid', { nullable: true })
  convertedToId!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  convertedAt!: Date | null;

  @Field(() => DocumentSeller, { nullable: true, description: 'Who offers; null until it was sent.' })
  @Column('jsonb', { nullable: true })
  seller!: DocumentSeller | null;

  @Field(() => DocumentBuyer, { nullable: true, description: 'To whom; null until it was sent.' })
  @Personal()
  @Column('text', { nullable: true, transformer: sealedValue('billing.quotation.buyer') })
  buyer!: DocumentBuyer | null;

  @Field(() => DocumentVehicle, {
    nullable: true,
    description: 'The vehicle as it was; null until it was sent, or where it is about none.',
  })
  @Column('text', { nullable: true, transformer: sealedValue('billing.quotation.vehicle_then') })
  vehicleThen!: DocumentVehicle | null;
}
