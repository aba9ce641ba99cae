import { IsInt, IsOptional, Length, Matches } from 'class-validator';
import { ArgsType, Field, ID, Int } from 'type-graphql';

@ArgsType()
export class StepArgs {
  @Field(() => ID, { description: 'The job card.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@ArgsType()
export class PauseArgs extends StepArgs {
  @Field(() => String, { nullable: true, description: 'Why; it stays in the history.' })
  @IsOptional()
  @Length(1, 1000)
  @Matches(/\S/, { message: 'this cannot be blank' })
  reason?: string | null;
}
