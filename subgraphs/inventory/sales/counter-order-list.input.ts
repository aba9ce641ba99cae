import { ArrayMaxSize, IsOptional, IsUUID, Length } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { CounterOrderStatus } from './counter-order.lifecycle';

@InputType({ description: 'Which orders over the counter. Everything given must hold.' })
export class CounterOrderFilter {
  @Field(() => [CounterOrderStatus], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @ArrayMaxSize(10)
  status?: CounterOrderStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'With this part on it.' })
  @IsOptional()
  @IsUUID()
  partId?: string | null;

  @Field(() => Date, { nullable: true, description: 'Taken down at this instant or later.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Taken down before this instant.' })
  to?: Date | null;

  @Field(() => String, { nullable: true, description: 'Its number: `CO-000123`, or `123` for short.' })
  @IsOptional()
  @Length(1, 60)
  search?: string | null;
}

export enum CounterOrderOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
}
registerEnumType(CounterOrderOrder, {
  name: 'CounterOrderOrder',
  description: 'In which order orders over the counter come.',
  valuesConfig: {
    NEWEST: { description: 'Last taken down first.' },
    OLDEST: { description: 'First taken down first.' },
  },
});
