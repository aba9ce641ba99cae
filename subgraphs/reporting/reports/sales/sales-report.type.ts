import { Field, Int, ObjectType } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Money } from '../../../../shared/money';
import { LocalDateScalar } from '../../../../shared/scalars';
import { Chart } from '../../charts/chart.type';
import { CustomerStub } from '../../stubs/customer.stub';
import type { Reported } from '../report.args';
import { RevenueAmounts } from '../revenue.type';

@ObjectType({ description: 'What was sold.' })
export class SalesSummary {
  @Field(() => [RevenueAmounts], { description: 'For each currency.' })
  amounts!: RevenueAmounts[];

  @Field(() => Chart, { description: 'Revenue by interval.' })
  chart!: Chart;
}

@ObjectType({ description: 'What quotations came to in one currency.' })
export class QuotedAmounts {
  @Field({ description: 'Currency as ISO 4217.' })
  currency!: string;

  @Field(() => Money, { description: 'What was offered, with tax.' })
  quoted!: Money;

  @Field(() => Money, { description: 'What of it was accepted by now.' })
  accepted!: Money;
}

@ObjectType({ description: 'What became of the quotations that were written on these days, until now.' })
export class QuotationOutcomes {
  @Field(() => Int, { description: 'Quotations that were written.' })
  created!: number;

  @Field(() => Int, { description: 'Of these, those that were sent.' })
  sent!: number;

  @Field(() => Int, { description: 'Of these, those that were accepted.' })
  accepted!: number;

  @Field(() => Int, { description: 'Of these, those that were rejected.' })
  rejected!: number;

  @Field(() => Int, { description: 'Of these, those that nobody decided on while they were valid.' })
  expired!: number;

  @Field(() => Int, { description: 'Of these, those that became work or an order.' })
  converted!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Accepted ones by all, as a decimal; null without any.',
  })
  acceptanceRate!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Converted ones by all, as a decimal; null without any.',
  })
  conversionRate!: string | null;

  @Field(() => [QuotedAmounts], { description: 'For each currency.' })
  amounts!: QuotedAmounts[];
}

@ObjectType({ description: 'What one source of leads brings.' })
export class LeadSourceFigures {
  @Field({ description: 'The source, as leads have it: `WALK_IN`.' })
  source!: string;

  @Field(() => Int, { description: 'Leads that came in on these days.' })
  created!: number;

  @Field(() => Int, { description: 'Leads that became customers on these days.' })
  converted!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Converted ones by those that came in, as a decimal; null without any.',
  })
  conversionRate!: string | null;
}

@ObjectType({ description: 'What a customer brought in one currency.' })
export class CustomerValue {
  @Field(() => CustomerStub, { nullable: true, description: 'The customer.' })
  @Permission('customers:read')
  customer!: CustomerStub;

  @Field(() => Int, { description: 'Their invoices.' })
  invoices!: number;

  @Field(() => Money, { description: 'What was invoiced to them less what was credited, without tax.' })
  revenue!: Money;

  @Field(() => LocalDateScalar, { description: 'When they got their first invoice.' })
  firstInvoicedOn!: string;

  @Field(() => LocalDateScalar, { description: 'When they got their last one.' })
  lastInvoicedOn!: string;
}

@ObjectType({ description: 'What customers bring in one currency.' })
export class MeanCustomerValue {
  @Field(() => Int, { description: 'Customers who have an invoice.' })
  customers!: number;

  @Field(() => Money, { description: 'What they brought together.' })
  revenue!: Money;

  @Field(() => Money, { description: 'What one of them brought on average.' })
  mean!: Money;
}

@ObjectType({ description: 'What customers brought from their first day until the last day of the report.' })
export class LifetimeValue {
  @Field(() => [MeanCustomerValue], { description: 'For each currency.' })
  means!: MeanCustomerValue[];

  @Field(() => [CustomerValue], { description: 'Those who brought most, in each currency at most 50.' })
  customers!: CustomerValue[];
}

@ObjectType({ description: 'How sales went on some days.' })
@Permission('reports:read')
export class SalesReport {
  @Field(() => LocalDateScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'The last day.' })
  to!: string;

  reported!: Reported;
}
