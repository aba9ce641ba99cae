import { Field, Int, ObjectType } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { LocalDateScalar } from '../../../../shared/scalars';
import { Chart } from '../../charts/chart.type';
import type { Reported } from '../report.args';

@ObjectType({ description: 'Who came on some days.' })
export class CustomerTrends {
  @Field(() => Int, { description: 'Customers who were taken in.' })
  newCustomers!: number;

  @Field(() => Int, { description: 'Customers for whom a job was opened.' })
  served!: number;

  @Field(() => Int, { description: 'Of these, those for whom there was one before the first day.' })
  returning!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Returning ones by all who were served, as a decimal; null of none.',
  })
  returnRate!: string | null;

  @Field(() => Chart, { description: 'Customers who were taken in, by interval.' })
  chart!: Chart;
}

@ObjectType({ description: 'What was done on some days.' })
export class ServiceTrends {
  @Field(() => Int, { description: 'Appointments for these days that stand or were kept.' })
  appointments!: number;

  @Field(() => Int, { description: 'Appointments to which nobody came.' })
  missed!: number;

  @Field(() => Int, { description: 'Appointments that were called off.' })
  cancelled!: number;

  @Field(() => Chart, { description: 'Jobs and services that were completed, by interval.' })
  chart!: Chart;
}

@ObjectType({ description: 'Where customers, work and money go.' })
@Permission('reports:read')
export class Analytics {
  @Field(() => LocalDateScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'The last day.' })
  to!: string;

  reported!: Reported;
}
