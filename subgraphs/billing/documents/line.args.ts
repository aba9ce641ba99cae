import { IsInt, IsOptional } from 'class-validator';
import { ArgsType, Field, ID, Int } from 'type-graphql';

/** Which line of which draft. */
@ArgsType()
export class LineArgs {
  @Field(() => ID, { description: 'The document.' })
  id!: string;

  @Field(() => ID, { description: 'The line.' })
  lineId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the document that you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

/** Which draft a line is added to. */
@ArgsType()
export class NewLineArgs {
  @Field(() => ID, { description: 'The document.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the document that you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}
