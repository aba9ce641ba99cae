import { Field, Int, ObjectType } from 'type-graphql';
import { LabourPricing } from '../services/labour-pricing';
import { ApprovalMeans } from './approval-means';

@ObjectType({ description: 'A piece of proposed work.' })
export class AdditionalServiceLine {
  @Field({ description: 'What it is called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What is done; null when the name says it.' })
  description!: string | null;

  @Field(() => String, { description: 'How many times, as a decimal.' })
  quantity!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Hours of labour that each takes, as a decimal; null when nobody said.',
  })
  labourHours!: string | null;

  @Field(() => LabourPricing, { description: 'What the unit price is the price of.' })
  pricing!: LabourPricing;

  @Field(() => String, { nullable: true, description: 'Category of tax; null for the usual one.' })
  taxCategory!: string | null;

  serviceItemId!: string | null;
  priceMinor!: number | null;
  priceCurrency!: string | null;
}

@ObjectType({
  description:
    'What the customer decided, on which version and amount, when and by what means. Written once.',
})
export class AdditionalServiceDecision {
  @Field({ description: 'When they decided.' })
  decidedAt!: Date;

  @Field(() => ApprovalMeans, { description: 'How they let the shop know.' })
  means!: ApprovalMeans;

  @Field(() => Int, { description: 'The version of the proposal that they had before them.' })
  version!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Who it was, where somebody said so; null for the customer themselves.',
  })
  decidedByName!: string | null;

  @Field(() => String, { nullable: true, description: 'What is to be said about it; null when nothing.' })
  note!: string | null;

  amountMinor!: number;
  amountCurrency!: string;
  decidedById!: string | null;
}
