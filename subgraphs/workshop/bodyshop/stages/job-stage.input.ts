import { ArrayMaxSize, IsInt, IsOptional, IsUUID, Length, Matches, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';

const MOST_STAGES = 40;

@InputType({ description: 'A stage of the board.' })
export class JobStageInput {
  @Field({
    description: 'What programs know it by: capitals, digits and `_`. The same key is the same stage.',
  })
  @Matches(/^[A-Z][A-Z0-9_]{0,39}$/, { message: 'a key is capitals, digits and _, and begins with a letter' })
  key!: string;

  @Field({ description: 'What people call it, customers among them.' })
  @Length(1, 60)
  @Matches(/\S/, { message: 'this cannot be blank' })
  name!: string;

  @Field({ description: 'Colour on the board, such as `#1E88E5`.' })
  @Matches(/^#[0-9A-Fa-f]{6}$/, { message: 'a colour is # and six hexadecimal digits' })
  colour!: string;

  @Field({
    description: 'Whether the customer gets a message when their vehicle comes to it.',
    defaultValue: false,
  })
  notifiesCustomer!: boolean;

  @Field({ description: 'Whether the vehicle has left the board with it.', defaultValue: false })
  final!: boolean;
}

@InputType({ description: 'The board of the organisation or of one service centre, as a whole.' })
export class ConfigureJobStagesInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The service centre that gets a board of its own; left out for the organisation’s.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => [JobStageInput], {
    description:
      'All stages, in their order. What is left out is archived, and the cards at it stay there. None, for a ' +
      'service centre: it has the organisation’s again.',
  })
  @ArrayMaxSize(MOST_STAGES)
  @ValidateNested({ each: true })
  stages!: JobStageInput[];
}

@ArgsType()
export class MoveToStageArgs {
  @Field(() => ID, { description: 'The job card.' })
  id!: string;

  @Field(() => ID, { description: 'A stage of its service centre’s board.' })
  stageId!: string;

  @Field(() => String, { nullable: true, description: 'A note for colleagues; it stays in the history.' })
  @IsOptional()
  @Length(1, 1000)
  note?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the card that you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}
