import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { PartCategory } from '../../catalogue/part.entity';
import { StocktakeStatus } from './stocktake.lifecycle';

const MOST_COUNTS = 200;

@InputType({ description: 'What is to be counted.' })
export class StartStocktakeInput {
  @Field(() => ID, { description: 'The place. It has one stocktake at a time.' })
  @IsUUID()
  locationId!: string;

  @Field(() => PartCategory, { nullable: true, description: 'Only parts of this kind.' })
  category?: PartCategory | null;

  @Field(() => String, { nullable: true, description: 'What is to be said about it.' })
  @IsOptional()
  @Length(1, 1000)
  @Matches(/\S/, { message: 'this cannot be blank' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'How much of a part somebody counted.' })
export class StocktakeCountInput {
  @Field(() => ID, { description: 'The part; also one that nobody expected there.' })
  @IsUUID()
  partId!: string;

  @Field({
    description:
      'All that lies there of it, reserved or not, as a decimal in the part’s unit. `0` when none does.',
  })
  quantity!: string;
}

@InputType({ description: 'What somebody counted.' })
export class RecordStocktakeCountInput {
  @Field(() => ID, { description: 'The stocktake.' })
  @IsUUID()
  stocktakeId!: string;

  @Field(() => [StocktakeCountInput], {
    description: 'The counts, each part once. One that was counted before is replaced.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_COUNTS)
  @ValidateNested({ each: true })
  counts!: StocktakeCountInput[];

  @Field({
    description:
      'Makes a repeated call change nothing: the count stays beside what the ledger said the first time.',
  })
  @Length(8, 200)
  idempotencyKey!: string;
}

@ArgsType()
export class CloseStocktakeArgs {
  @Field(() => ID, { description: 'The stocktake.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Which stocktakes. Everything given must hold.' })
export class StocktakeFilter {
  @Field(() => ID, { nullable: true, description: 'Of this place.' })
  @IsOptional()
  @IsUUID()
  locationId?: string | null;

  @Field(() => StocktakeStatus, { nullable: true, description: 'In this state.' })
  status?: StocktakeStatus | null;
}

export enum StocktakeLineChoice {
  ALL = 'ALL',
  COUNTED = 'COUNTED',
  UNCOUNTED = 'UNCOUNTED',
  DIFFERING = 'DIFFERING',
}
registerEnumType(StocktakeLineChoice, {
  name: 'StocktakeLineChoice',
  description: 'Which lines of a stocktake.',
  valuesConfig: {
    ALL: { description: 'All of them.' },
    COUNTED: { description: 'What was counted.' },
    UNCOUNTED: { description: 'What nobody counted yet.' },
    DIFFERING: { description: 'What was counted and differs from what the ledger said then.' },
  },
});
