import { IsInt, IsOptional, IsUUID, Length, Matches } from 'class-validator';
import { ArgsType, Field, ID, Int } from 'type-graphql';

/** Which record, and as which it was seen. */
@ArgsType()
export class RecordArgs {
  @Field(() => ID, { description: 'The record.' })
  @IsUUID()
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
export class ReasonArgs extends RecordArgs {
  @Field({ description: 'Why.' })
  @Length(1, 500)
  @Matches(/\S/, { message: 'this cannot be blank' })
  reason!: string;
}
