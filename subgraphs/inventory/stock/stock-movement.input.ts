import { IsOptional, IsUUID, Length } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { StockMovementKind } from './stock.enums';

@InputType({ description: 'Which movements. Everything given must hold.' })
export class StockMovementFilter {
  @Field(() => ID, { nullable: true, description: 'Of this part.' })
  @IsOptional()
  @IsUUID()
  partId?: string | null;

  @Field(() => ID, { nullable: true, description: 'In this place.' })
  @IsOptional()
  @IsUUID()
  locationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'In the places of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => StockMovementKind, { nullable: true, description: 'Of this kind.' })
  kind?: StockMovementKind | null;

  @Field(() => ID, { nullable: true, description: 'By this job, order, transfer or stocktake.' })
  @IsOptional()
  @IsUUID()
  referenceId?: string | null;

  @Field(() => Date, { nullable: true, description: 'At this instant or later.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this instant.' })
  to?: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Any part of number, name, brand or barcode, as in `parts`. Finds at most the 500 newest parts.',
  })
  @IsOptional()
  @Length(2, 60)
  search?: string | null;
}

export enum StockMovementOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
}
registerEnumType(StockMovementOrder, {
  name: 'StockMovementOrder',
  description: 'In which order movements come.',
  valuesConfig: {
    NEWEST: { description: 'The last first.' },
    OLDEST: { description: 'The first first.' },
  },
});
