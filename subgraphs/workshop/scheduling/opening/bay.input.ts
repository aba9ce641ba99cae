import { IsInt, IsOptional, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { BayKind } from './bay.entity';

const NOT_BLANK = { message: 'this cannot be blank' };

@InputType()
abstract class BayFields {
  @Field(() => Int, { nullable: true, description: 'Its place among the others. Default: 0.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  position?: number;
}

@InputType({ description: 'A bay to set up.' })
export class CreateBayInput extends BayFields {
  @Field(() => ID, {
    nullable: true,
    description: 'The service centre that it is in; needed when you work in several.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field({ description: 'Its name, unique in the service centre.' })
  @Length(1, 60)
  @Matches(/\S/, NOT_BLANK)
  name!: string;

  @Field(() => BayKind, { description: 'What it is equipped for.', defaultValue: BayKind.GENERAL })
  kind!: BayKind;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to a bay: what is left out stays.' })
export class UpdateBayInput extends BayFields {
  @Field(() => String, { nullable: true, description: 'Its name, unique in the service centre.' })
  @IsOptional()
  @Length(1, 60)
  @Matches(/\S/, NOT_BLANK)
  name?: string;

  @Field(() => BayKind, { nullable: true, description: 'What it is equipped for.' })
  kind?: BayKind;

  @Field(() => Boolean, { nullable: true, description: 'False: nothing new is booked into it.' })
  active?: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}
