import { ArrayMaxSize, IsOptional, IsUUID, Length } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { WarrantyClaimStatus } from './warranty-claim.lifecycle';

@InputType({ description: 'Which claims under warranty. Everything given must hold.' })
export class WarrantyClaimFilter {
  @Field(() => [WarrantyClaimStatus], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @ArrayMaxSize(10)
  status?: WarrantyClaimStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'From this supplier.' })
  @IsOptional()
  @IsUUID()
  supplierId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this part.' })
  @IsOptional()
  @IsUUID()
  partId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of parts of this job.' })
  @IsOptional()
  @IsUUID()
  jobCardId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of parts of this order over the counter.' })
  @IsOptional()
  @IsUUID()
  counterOrderId?: string | null;

  @Field(() => Date, { nullable: true, description: 'Opened at this instant or later.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Opened before this instant.' })
  to?: Date | null;

  @Field(() => String, { nullable: true, description: 'Its number: `WC-000123`, or `123` for short.' })
  @IsOptional()
  @Length(1, 60)
  search?: string | null;
}

export enum WarrantyClaimOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
}
registerEnumType(WarrantyClaimOrder, {
  name: 'WarrantyClaimOrder',
  description: 'In which order claims under warranty come.',
  valuesConfig: {
    NEWEST: { description: 'Last opened first.' },
    OLDEST: { description: 'First opened first.' },
  },
});
