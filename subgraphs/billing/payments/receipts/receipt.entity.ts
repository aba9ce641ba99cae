import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { Personal } from '../../../../shared/access-log/personal';
import { TenantRecord } from '../../../../shared/entity';
import { LocalDateScalar } from '../../../../shared/scalars';
import { sealedValue } from '../../documents/columns';
import { DocumentBuyer, DocumentSeller } from '../../documents/parties.type';
import { PaymentMethod } from '../payment-method';

/** What of a payment an invoice got, as the receipt states it. */
export interface Settled {
  invoiceId: string;
  number: string;
  amountMinor: number;
}

@ObjectType({
  description: 'What the shop states to have received. It makes itself with the payment, and never changes.',
})
@Directive('@key(fields: "id")')
@Permission('payments:read')
@Entity({ schema: 'billing', name: 'receipt' })
export class Receipt extends TenantRecord {
  @Field({ description: 'Such as `RC-MI1-000123`, without gaps per service centre.' })
  @Column('text')
  number!: string;

  /** The number within its series. */
  @Column('bigint')
  sequence!: number;

  @Field(() => ID, { description: 'The payment that it is for.' })
  @Column('uuid')
  paymentId!: string;

  @Column('uuid')
  serviceCentreId!: string;

  @Column('uuid')
  customerId!: string;

  /** Where all that it settles is about one vehicle. */
  @Column('uuid', { nullable: true })
  vehicleId!: string | null;

  @Column('uuid', { nullable: true })
  recordedById!: string | null;

  @Column('text')
  timeZone!: string;

  @Field(() => PaymentMethod, { description: 'How it was paid.' })
  @Column('text')
  method!: PaymentMethod;

  @Field({ description: 'Currency of all its amounts, ISO 4217.' })
  @Column('text')
  currency!: string;

  @Column('bigint')
  totalMinor!: number;

  @Column('bigint')
  keptMinor!: number;

  @Column('jsonb')
  settled!: Settled[];

  @Field(() => LocalDateScalar, { description: 'The day of the payment, by the service centre’s calendar.' })
  @Column('date')
  issuedOn!: string;

  @Field(() => Date, { nullable: true, description: 'When it was last sent to the customer on demand.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  sentAt!: Date | null;

  @Field(() => DocumentSeller, { description: 'Who received it.' })
  @Column('jsonb')
  seller!: DocumentSeller;

  @Field(() => DocumentBuyer, { description: 'Who paid.' })
  @Personal()
  @Column('text', { transformer: sealedValue('billing.receipt.buyer') })
  buyer!: DocumentBuyer;
}
