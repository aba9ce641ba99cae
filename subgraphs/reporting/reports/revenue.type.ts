import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../../../shared/money';

@ObjectType({ description: 'What was invoiced, credited, paid and given back in one currency.' })
export class RevenueAmounts {
  @Field({ description: 'Currency as ISO 4217: amounts of another are in another row.' })
  currency!: string;

  @Field(() => Int, { description: 'Invoices that were issued.' })
  invoices!: number;

  @Field(() => Int, { description: 'Credit notes that were issued.' })
  creditNotes!: number;

  @Field(() => Money, { description: 'What was invoiced, with tax.' })
  invoiced!: Money;

  @Field(() => Money, { description: 'The tax in what was invoiced.' })
  tax!: Money;

  @Field(() => Money, { description: 'What was invoiced, without tax.' })
  net!: Money;

  @Field(() => Money, { description: 'What was credited, with tax.' })
  credited!: Money;

  @Field(() => Money, { description: 'What was credited, without tax.' })
  creditedNet!: Money;

  @Field(() => Money, { description: 'What was invoiced less what was credited, without tax.' })
  revenue!: Money;

  @Field(() => Money, { description: 'What was paid, in payments that stand.' })
  paid!: Money;

  @Field(() => Money, { description: 'What was given back.' })
  refunded!: Money;
}
