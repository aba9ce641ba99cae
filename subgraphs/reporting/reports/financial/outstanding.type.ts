import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Money } from '../../../../shared/money';
import { LocalDateScalar } from '../../../../shared/scalars';
import { CustomerStub } from '../../stubs/customer.stub';
import { InvoiceStub } from '../../stubs/invoice.stub';
import { ServiceCentreStub } from '../../stubs/service-centre.stub';

export enum OutstandingAge {
  NOT_DUE = 'NOT_DUE',
  UP_TO_30_DAYS = 'UP_TO_30_DAYS',
  UP_TO_60_DAYS = 'UP_TO_60_DAYS',
  UP_TO_90_DAYS = 'UP_TO_90_DAYS',
  OLDER = 'OLDER',
}
registerEnumType(OutstandingAge, {
  name: 'OutstandingAge',
  description: 'For how long something should have been paid.',
  valuesConfig: {
    NOT_DUE: { description: 'It is not due yet, or today.' },
    UP_TO_30_DAYS: { description: 'For 1 to 30 days.' },
    UP_TO_60_DAYS: { description: 'For 31 to 60 days.' },
    UP_TO_90_DAYS: { description: 'For 61 to 90 days.' },
    OLDER: { description: 'For more than 90 days.' },
  },
});

@ObjectType({ description: 'What is outstanding for so long, in one currency.' })
export class OutstandingByAge {
  @Field(() => OutstandingAge, { description: 'For how long.' })
  age!: OutstandingAge;

  @Field(() => Int, { description: 'How many invoices.' })
  invoices!: number;

  @Field(() => Money, { description: 'What is left to pay of them.' })
  amount!: Money;
}

@ObjectType({ description: 'What is outstanding in one currency.' })
export class OutstandingAmounts {
  @Field({ description: 'Currency as ISO 4217.' })
  currency!: string;

  @Field(() => Int, { description: 'How many invoices are not paid.' })
  invoices!: number;

  @Field(() => Money, { description: 'What is left to pay of them.' })
  outstanding!: Money;

  @Field(() => Money, { description: 'What of it is overdue.' })
  overdue!: Money;

  @Field(() => [OutstandingByAge], {
    description: 'For each age, the youngest first; together they are all of it.',
  })
  ages!: OutstandingByAge[];
}

@ObjectType({ description: 'An invoice that is not paid.' })
export class OutstandingInvoice {
  @Field(() => InvoiceStub, { nullable: true, description: 'The invoice.' })
  @Permission('invoices:read')
  invoice!: InvoiceStub;

  @Field(() => CustomerStub, { nullable: true, description: 'Who is to pay it.' })
  @Permission('customers:read')
  customer!: CustomerStub;

  @Field(() => ServiceCentreStub, { nullable: true, description: 'The service centre that issued it.' })
  @Permission('serviceCentres:read')
  serviceCentre!: ServiceCentreStub;

  @Field({ description: 'Its number.' })
  number!: string;

  @Field(() => LocalDateScalar, { description: 'When it is to be paid.' })
  dueOn!: string;

  @Field(() => Int, { description: 'For how many days it is overdue; 0 when it is not.' })
  daysOverdue!: number;

  @Field(() => Money, { description: 'What is left to pay.' })
  balance!: Money;
}

@ObjectType({ description: 'What customers owe now.' })
@Permission('reports:read')
export class OutstandingReport {
  @Field(() => [OutstandingAmounts], { description: 'For each currency.' })
  amounts!: OutstandingAmounts[];

  @Field(() => [OutstandingInvoice], { description: 'The invoices that are due first, at most 100.' })
  invoices!: OutstandingInvoice[];
}
