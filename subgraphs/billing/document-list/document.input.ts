import { ArrayMaxSize, IsOptional, IsUUID, Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { DocumentKind } from './billing-document.type';

@InputType({ description: 'Which documents. Everything given must hold.' })
export class BillingDocumentFilter {
  @Field(() => [DocumentKind], { nullable: true, description: 'Of one of these kinds.' })
  @IsOptional()
  @ArrayMaxSize(10)
  kind?: DocumentKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this vehicle.' })
  @IsOptional()
  @IsUUID()
  vehicleId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => String, { nullable: true, description: 'With this number, in any case.' })
  @IsOptional()
  @Length(1, 60)
  number?: string | null;

  @Field(() => Date, { nullable: true, description: 'Made at this instant or later.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Made before this instant.' })
  to?: Date | null;
}
