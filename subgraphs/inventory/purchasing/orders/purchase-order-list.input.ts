import { ArrayMaxSize, IsOptional, IsUUID, Length } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { LocalDateScalar } from '../../../../shared/scalars';
import { PurchaseOrderStatus } from './purchase-order.lifecycle';

@InputType({ description: 'Which purchase orders. Everything given must hold.' })
export class PurchaseOrderFilter {
  @Field(() => [PurchaseOrderStatus], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @ArrayMaxSize(20)
  status?: PurchaseOrderStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'To this supplier.' })
  @IsOptional()
  @IsUUID()
  supplierId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For this place.' })
  @IsOptional()
  @IsUUID()
  locationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'With this part on it.' })
  @IsOptional()
  @IsUUID()
  partId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: of which something has come and something is still to come; false: the others.',
  })
  partlyReceived?: boolean | null;

  @Field(() => Date, { nullable: true, description: 'Made at this instant or later.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Made before this instant.' })
  to?: Date | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Expected on this day or later.' })
  expectedFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Expected on this day or earlier.' })
  expectedTo?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its number (`PO-000123`, or `123` for short), or any part of the supplier’s name.',
  })
  @IsOptional()
  @Length(1, 60)
  search?: string | null;
}

export enum PurchaseOrderOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
  EXPECTED = 'EXPECTED',
}
registerEnumType(PurchaseOrderOrder, {
  name: 'PurchaseOrderOrder',
  description: 'In which order purchase orders come.',
  valuesConfig: {
    NEWEST: { description: 'Last made first.' },
    OLDEST: { description: 'First made first.' },
    EXPECTED: { description: 'The earliest expected day first; those without one last.' },
  },
});
