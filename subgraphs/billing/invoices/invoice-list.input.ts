import { ArrayMaxSize, IsOptional, IsUUID, Length } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { LocalDateScalar } from '../../../shared/scalars';
import { InvoiceStatus } from './invoice.lifecycle';
import { PaymentStatus } from './payment-status';

@InputType({ description: 'Which invoices. Everything given must hold.' })
export class InvoiceFilter {
  @Field(() => [InvoiceStatus], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @ArrayMaxSize(10)
  status?: InvoiceStatus[] | null;

  @Field(() => [PaymentStatus], { nullable: true, description: 'Issued, and settled so far.' })
  @IsOptional()
  @ArrayMaxSize(10)
  paymentStatus?: PaymentStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this vehicle.' })
  @IsOptional()
  @IsUUID()
  vehicleId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For this job.' })
  @IsOptional()
  @IsUUID()
  jobCardId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => String, { nullable: true, description: 'With this number, in any case.' })
  @IsOptional()
  @Length(1, 60)
  number?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Issued on this day or later.' })
  issuedFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Issued on this day or earlier.' })
  issuedTo?: string | null;
}

export enum InvoiceOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
  DUE = 'DUE',
}
registerEnumType(InvoiceOrder, {
  name: 'InvoiceOrder',
  description: 'In which order invoices come.',
  valuesConfig: {
    NEWEST: { description: 'Last written first.' },
    OLDEST: { description: 'First written first.' },
    DUE: { description: 'Due first; those without a day last.' },
  },
});
