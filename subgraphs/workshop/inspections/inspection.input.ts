import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { InspectionRating } from './inspection.enums';
import { InspectionStatus } from './inspection.lifecycle';

const KEY = /^[A-Z][A-Z0-9_]{0,39}$/;
const IS_KEY = { message: 'a key is made of capitals, digits and _' };

@InputType({ description: 'An inspection to begin.' })
export class StartInspectionInput {
  @Field(() => ID, { description: 'The job card whose vehicle is looked over.' })
  @IsUUID()
  jobCardId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The template. Default: the first that the organisation made, of those in use.',
  })
  @IsOptional()
  @IsUUID()
  templateId?: string | null;
}

@InputType({
  description: 'What was found of an item: what is left out stays, null clears.',
})
export class RecordedItemInput {
  @Field({ description: 'The key of the item.' })
  @Matches(KEY, IS_KEY)
  key!: string;

  @Field(() => InspectionRating, {
    nullable: true,
    description:
      'How it is. A measure and an answer rate themselves: say so when it is worse than that, or not applicable.',
  })
  rating?: InspectionRating | null;

  @Field(() => String, { nullable: true, description: 'What was measured, as a decimal such as `3.5`.' })
  @IsOptional()
  @Matches(/^-?\d{1,8}(\.\d{1,3})?$/, { message: 'a measure is a decimal such as 3.5' })
  value?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'The answer to the question.' })
  answer?: boolean | null;

  @Field(() => String, { nullable: true, description: 'The words.' })
  @IsOptional()
  @MaxLength(2000)
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'What is to be said about it; the customer sees it.' })
  @IsOptional()
  @MaxLength(2000)
  note?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Its photos as a whole: images that you uploaded, once they are `READY`.',
  })
  @IsOptional()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  photoFileIds?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the item that you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'What was found of some items: all of it is kept, or none.' })
export class RecordInspectionItemsInput {
  @Field(() => [RecordedItemInput], { description: 'The items.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  items!: RecordedItemInput[];
}

@InputType({ description: 'How an inspection is published.' })
export class PublishInspectionInput {
  @Field(() => String, { nullable: true, description: 'What is to be said about it as a whole.' })
  @IsOptional()
  @MaxLength(2000)
  notes?: string | null;

  @Field({
    description: 'Whether the customer is sent a link to it, which needs no account.',
    defaultValue: true,
  })
  share!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Which inspections. Everything given must hold.' })
export class InspectionFilter {
  @Field(() => [InspectionStatus], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @ArrayMaxSize(10)
  status?: InspectionStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of jobs of this customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this vehicle.' })
  @IsOptional()
  @IsUUID()
  vehicleId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this job card.' })
  @IsOptional()
  @IsUUID()
  jobCardId?: string | null;

  @Field(() => Date, { nullable: true, description: 'Begun at this instant or later.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Begun before this instant.' })
  to?: Date | null;
}

export enum InspectionOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
}
registerEnumType(InspectionOrder, {
  name: 'InspectionOrder',
  description: 'In which order inspections come.',
  valuesConfig: {
    NEWEST: { description: 'Last begun first.' },
    OLDEST: { description: 'First begun first.' },
  },
});
