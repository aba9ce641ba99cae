import { IsInt, IsOptional, IsUUID, Length, Matches } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { StockLocationKind } from './stock-location.entity';

const NOT_BLANK = { message: 'this cannot be blank' };

@InputType({ description: 'A place to keep parts in.' })
export class CreateStockLocationInput {
  @Field({ description: 'What the place is called.' })
  @Length(1, 120)
  @Matches(/\S/, NOT_BLANK)
  name!: string;

  @Field(() => StockLocationKind, {
    description: 'CENTRAL_WAREHOUSE or VAN; a service centre has its own store room from its first day.',
  })
  kind!: StockLocationKind;

  @Field(() => ID, {
    nullable: true,
    description: 'The service centre that a van belongs to; needed for one when you work in several.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to a place: what is left out stays.' })
export class UpdateStockLocationInput {
  @Field(() => String, { nullable: true, description: 'What the place is called.' })
  @IsOptional()
  @Length(1, 120)
  @Matches(/\S/, NOT_BLANK)
  name?: string;

  @Field(() => ID, { nullable: true, description: 'The service centre that a van belongs to from now on.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'False closes the place, which must be empty, with nothing on its way to it; true opens it again.',
  })
  active?: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Which places. Everything given must hold.' })
export class StockLocationFilter {
  @Field(() => StockLocationKind, { nullable: true, description: 'Of this kind.' })
  kind?: StockLocationKind | null;

  @Field(() => ID, { nullable: true, description: 'Of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only closed ones. Default: only open ones.' })
  closed?: boolean | null;
}
