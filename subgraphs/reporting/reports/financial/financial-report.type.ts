import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Money } from '../../../../shared/money';
import { LocalDateScalar } from '../../../../shared/scalars';
import { Chart } from '../../charts/chart.type';
import { ServiceCentreStub } from '../../stubs/service-centre.stub';
import { ServiceItemStub } from '../../stubs/service-item.stub';
import type { Reported } from '../report.args';
import { RevenueAmounts } from '../revenue.type';

@ObjectType({ description: 'What a service centre took.' })
export class RevenueOfCentre {
  @Field(() => ServiceCentreStub, { nullable: true, description: 'The service centre.' })
  @Permission('serviceCentres:read')
  serviceCentre!: ServiceCentreStub;

  @Field(() => [RevenueAmounts], { description: 'For each currency of the report.' })
  amounts!: RevenueAmounts[];
}

export enum RevenueLineType {
  SERVICE = 'SERVICE',
  LABOUR = 'LABOUR',
  PART = 'PART',
  OTHER = 'OTHER',
}
registerEnumType(RevenueLineType, {
  name: 'RevenueLineType',
  description: 'What lines of invoices are for.',
  valuesConfig: {
    SERVICE: { description: 'A service at a price.' },
    LABOUR: { description: 'Work by the hour.' },
    PART: { description: 'Parts.' },
    OTHER: { description: 'Anything else.' },
  },
});

@ObjectType({ description: 'What one kind of work brought in one currency, without tax.' })
export class RevenueOfType {
  @Field(() => RevenueLineType, { description: 'What the lines are for.' })
  type!: RevenueLineType;

  @Field(() => ServiceItemStub, {
    nullable: true,
    description: 'The service of the catalogue; null for what is in none.',
  })
  @Permission('serviceItems:read')
  serviceItem!: ServiceItemStub | null;

  @Field(() => Int, { description: 'Lines of invoices.' })
  lines!: number;

  @Field(() => Money, { description: 'What was invoiced.' })
  invoiced!: Money;

  @Field(() => Money, { description: 'What of it was credited on these days.' })
  credited!: Money;

  @Field(() => Money, { description: 'The one less the other.' })
  revenue!: Money;
}

@ObjectType({ description: 'What came by one way of paying, in one currency.' })
export class PaymentMethodFigures {
  @Field({ description: 'The way of paying, as payments have it: `CASH`.' })
  method!: string;

  @Field(() => Int, { description: 'Payments that stand.' })
  payments!: number;

  @Field(() => Int, { description: 'Refunds.' })
  refunds!: number;

  @Field(() => Money, { description: 'What was paid.' })
  paid!: Money;

  @Field(() => Money, { description: 'What was given back.' })
  refunded!: Money;

  @Field(() => Money, { description: 'The one less the other.' })
  kept!: Money;
}

@ObjectType({ description: 'What is left of revenue in one currency when the parts are paid for.' })
export class Margin {
  @Field({ description: 'Currency as ISO 4217.' })
  currency!: string;

  @Field(() => Money, { description: 'What was invoiced less what was credited, without tax.' })
  revenue!: Money;

  @Field(() => Money, {
    description:
      'What the parts cost that jobs and orders took, less what they gave back, as they cost then.',
  })
  partsCost!: Money;

  @Field(() => Money, { description: 'The one less the other.' })
  margin!: Money;

  @Field(() => String, {
    nullable: true,
    description: 'Margin by revenue, as a decimal such as `0.42`; null without revenue.',
  })
  marginRate!: string | null;
}

@ObjectType({ description: 'The margin of a service centre.' })
export class MarginOfCentre {
  @Field(() => ServiceCentreStub, { nullable: true, description: 'The service centre.' })
  @Permission('serviceCentres:read')
  serviceCentre!: ServiceCentreStub;

  @Field(() => [Margin], { description: 'For each currency of the report.' })
  margins!: Margin[];
}

@ObjectType({ description: 'What is left of revenue.' })
export class MarginAnalysis {
  @Field(() => [Margin], { description: 'For each currency.' })
  total!: Margin[];

  @Field(() => [MarginOfCentre], { description: 'For each service centre of the report.' })
  byServiceCentre!: MarginOfCentre[];
}

@ObjectType({ description: 'The money of some days.' })
@Permission('reports:read')
export class FinancialReport {
  @Field(() => LocalDateScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'The last day.' })
  to!: string;

  reported!: Reported;
}

@ObjectType({ description: 'What came in by kind of work, in one currency, without tax.' })
export class Income {
  @Field(() => RevenueLineType, { description: 'What the lines of invoices are for.' })
  type!: RevenueLineType;

  @Field(() => Money, { description: 'What was invoiced less what was credited.' })
  revenue!: Money;
}

@ObjectType({ description: 'Profit and loss in one currency.' })
export class ProfitAndLossAmounts {
  @Field({ description: 'Currency as ISO 4217.' })
  currency!: string;

  @Field(() => [Income], { description: 'For each kind of work; together they are the revenue.' })
  income!: Income[];

  @Field(() => Money, { description: 'What was invoiced less what was credited, without tax.' })
  revenue!: Money;

  @Field(() => Money, {
    nullable: true,
    description: 'What the parts cost that jobs and orders took; null to those who may not see costs.',
  })
  @Permission('stock:cost')
  partsCost!: Money;

  @Field(() => Money, {
    nullable: true,
    description:
      'Revenue less the cost of parts; null to those who may not see costs. Wages and rent are not known here.',
  })
  @Permission('stock:cost')
  grossProfit!: Money;
}

@ObjectType({ description: 'What the work of some days brought and what its parts cost.' })
@Permission('reports:read')
export class ProfitAndLoss {
  @Field(() => LocalDateScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'The last day.' })
  to!: string;

  @Field(() => [ProfitAndLossAmounts], { description: 'For each currency.' })
  amounts!: ProfitAndLossAmounts[];

  @Field(() => Chart, {
    nullable: true,
    description: 'Revenue and cost of parts, by interval; null to those who may not see costs.',
  })
  @Permission('stock:cost')
  chart!: Chart;
}

@ObjectType({ description: 'How far the invoices of some days are paid, in one currency.' })
export class PaymentProgress {
  @Field({ description: 'Currency as ISO 4217.' })
  currency!: string;

  @Field(() => Int, { description: 'Invoices of which nothing is left to pay.' })
  settled!: number;

  @Field(() => Int, { description: 'Invoices that are not paid and not overdue.' })
  open!: number;

  @Field(() => Int, { description: 'Invoices of which something should have been paid by now.' })
  overdue!: number;

  @Field(() => Money, { description: 'What is left to pay of all of them now.' })
  balance!: Money;
}

@ObjectType({ description: 'The invoices of some days.' })
@Permission('reports:read')
export class InvoiceSummary {
  @Field(() => LocalDateScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'The last day.' })
  to!: string;

  @Field(() => [RevenueAmounts], {
    description: 'What was invoiced, credited, paid and given back on these days.',
  })
  amounts!: RevenueAmounts[];

  @Field(() => [PaymentProgress], {
    description: 'What became of the invoices that were issued on these days.',
  })
  progress!: PaymentProgress[];
}
