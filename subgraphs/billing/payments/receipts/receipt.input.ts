import { IsOptional, IsUUID, Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { LocalDateScalar } from '../../../../shared/scalars';

@InputType({ description: 'Which receipts. Everything given must hold.' })
export class ReceiptFilter {
  @Field(() => ID, { nullable: true, description: 'Of this customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

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
