import { IsOptional, IsUUID, Length, Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { LocalDateScalar } from '../../../../shared/scalars';

@InputType({ description: 'Days on which nothing is booked.' })
export class AddClosureInput {
  @Field(() => ID, { nullable: true, description: 'The service centre; needed when you work in several.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'One of its bays alone. Default: all of the service centre.',
  })
  @IsOptional()
  @IsUUID()
  bayId?: string | null;

  @Field(() => LocalDateScalar, { description: 'The first closed day.' })
  fromDate!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last closed day. Default: the first.' })
  toDate?: string | null;

  @Field({ description: 'Why: a holiday, stocktaking, a repair.' })
  @Length(1, 200)
  @Matches(/\S/, { message: 'this cannot be blank' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}
