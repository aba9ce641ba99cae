import { Length, MaxLength } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';

@ArgsType()
export class TrackRepairArgs {
  @Field(() => String, {
    nullable: true,
    description: 'The organisation’s slug; not needed where there is only one.',
  })
  @MaxLength(100)
  organisation?: string | null;

  @Field({ description: 'The tracking code, such as `7KQ2MX`; case and spaces do not matter.' })
  @Length(1, 40)
  code!: string;

  @Field({ description: 'The vehicle’s plate, or the last four digits of the customer’s phone.' })
  @Length(1, 40)
  secondFactor!: string;
}
