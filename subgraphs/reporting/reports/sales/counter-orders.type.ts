import { Field, Int, ObjectType } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Money } from '../../../../shared/money';
import { PartStub } from '../../stubs/part.stub';

@ObjectType({ description: 'What orders over the counter came to in one currency, as the orders say it.' })
export class CounterOrderAmounts {
  @Field({ description: 'Currency as ISO 4217.' })
  currency!: string;

  @Field(() => Money, { description: 'What was ordered and not called off.' })
  ordered!: Money;

  @Field(() => Money, { description: 'What of it was handed over by now.' })
  delivered!: Money;

  @Field(() => Money, {
    nullable: true,
    description: 'What one that was handed over came to on average; null without any.',
  })
  meanDelivered!: Money | null;
}

@ObjectType({ description: 'A part that was sold over the counter, in one currency.' })
export class CounterOrderPart {
  @Field(() => PartStub, { nullable: true, description: 'The part.' })
  @Permission('parts:read')
  part!: PartStub;

  @Field(() => String, { description: 'How much was handed over, a decimal in the part’s unit.' })
  quantity!: string;

  @Field(() => Money, { description: 'What it was sold for, after discounts.' })
  amount!: Money;
}

@ObjectType({
  description: 'What became of the orders over the counter that were taken down on these days, until now.',
})
export class CounterOrderFigures {
  @Field(() => Int, { description: 'Orders that were taken down.' })
  created!: number;

  @Field(() => Int, { description: 'Of these, those that were handed over.' })
  delivered!: number;

  @Field(() => Int, { description: 'Of these, those that were called off.' })
  cancelled!: number;

  @Field(() => Int, { description: 'Of these, those that are neither.' })
  open!: number;

  @Field(() => Int, { description: 'Of these, those of somebody who walked in and gave no name.' })
  walkIns!: number;

  @Field(() => [CounterOrderAmounts], { description: 'For each currency.' })
  amounts!: CounterOrderAmounts[];

  @Field(() => [CounterOrderPart], {
    description: 'The parts that brought most of what was handed over, in each currency at most 50.',
  })
  parts!: CounterOrderPart[];
}
