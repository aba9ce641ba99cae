import { IsInt, IsOptional, IsUUID, Length, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { FeedbackType } from './care.enums';
import { FeedbackStatus } from './feedback.lifecycle';

@InputType({ description: 'What is said about a job that was done.' })
export class SubmitFeedbackInput {
  @Field(() => ID, { description: 'The job; for the holder of a link, the record that it opens.' })
  @IsUUID()
  jobCardId!: string;

  @Field(() => Int, { description: 'From 1, the worst, to 5, the best.' })
  @IsInt()
  @Min(1)
  @Max(5)
  rating!: number;

  @Field(() => String, { nullable: true, description: 'In one’s own words.' })
  @IsOptional()
  @MaxLength(4000)
  comment?: string | null;

  @Field(() => FeedbackType, { description: 'What it is about.', defaultValue: FeedbackType.OVERALL })
  feedbackType!: FeedbackType;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@ArgsType()
export class ResolveFeedbackArgs {
  @Field(() => ID, { description: 'The feedback.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What was done about it. Customers do not see it.' })
  @IsOptional()
  @MaxLength(4000)
  resolution?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Which feedback. Everything given must hold.' })
export class FeedbackFilter {
  @Field(() => [FeedbackStatus], { nullable: true, description: 'In one of these states.' })
  status?: FeedbackStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'About this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Given by this customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this job.' })
  @IsOptional()
  @IsUUID()
  jobCardId?: string | null;

  @Field(() => FeedbackType, { nullable: true, description: 'About this.' })
  feedbackType?: FeedbackType | null;

  @Field(() => Int, { nullable: true, description: 'With this rating or a lower one.' })
  @IsOptional()
  @Min(1)
  @Max(5)
  ratingAtMost?: number | null;
}

export enum FeedbackOrder {
  NEWEST = 'NEWEST',
  LOWEST = 'LOWEST',
}
registerEnumType(FeedbackOrder, {
  name: 'FeedbackOrder',
  description: 'In which order feedback comes.',
  valuesConfig: {
    NEWEST: { description: 'Last given first.' },
    LOWEST: { description: 'The lowest rating first.' },
  },
});
