import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { LocalDateScalar } from '../../../../shared/scalars';
import { Chart } from '../../charts/chart.type';
import { ServiceCentreStub } from '../../stubs/service-centre.stub';
import { ServiceItemStub } from '../../stubs/service-item.stub';
import { UserStub } from '../../stubs/user.stub';
import type { Reported } from '../report.args';

@ObjectType({ description: 'What became of the jobs of a service centre.' })
export class CompletionOfCentre {
  @Field(() => ServiceCentreStub, { nullable: true, description: 'The service centre.' })
  @Permission('serviceCentres:read')
  serviceCentre!: ServiceCentreStub;

  @Field(() => Int, { description: 'Jobs that were opened.' })
  created!: number;

  @Field(() => Int, { description: 'Jobs that were completed.' })
  completed!: number;

  @Field(() => Int, { description: 'Jobs whose vehicle was handed back.' })
  delivered!: number;

  @Field(() => Int, { description: 'Jobs that were called off.' })
  cancelled!: number;
}

@ObjectType({ description: 'How many jobs came, and what became of them.' })
export class ServiceCompletion {
  @Field(() => Int, { description: 'Jobs that were opened.' })
  created!: number;

  @Field(() => Int, { description: 'Jobs that were completed.' })
  completed!: number;

  @Field(() => Int, { description: 'Jobs whose vehicle was handed back.' })
  delivered!: number;

  @Field(() => Int, { description: 'Jobs that were called off.' })
  cancelled!: number;

  @Field(() => Int, { description: 'Completed jobs that were promised for a time.' })
  promised!: number;

  @Field(() => Int, { description: 'Of these, those that were completed by then.' })
  onTime!: number;

  @Field(() => [CompletionOfCentre], { description: 'For each service centre of the report.' })
  byServiceCentre!: CompletionOfCentre[];

  @Field(() => Chart, { description: 'Jobs created and completed, by interval.' })
  chart!: Chart;
}

@ObjectType({ description: 'What a technician did.' })
export class TechnicianPerformance {
  @Field(() => UserStub, { nullable: true, description: 'The technician; null for jobs of nobody.' })
  @Permission('users:read')
  technician!: UserStub | null;

  @Field(() => Int, { description: 'Jobs of theirs that were completed.' })
  jobsCompleted!: number;

  @Field(() => Int, { description: 'Services that they finished.' })
  servicesCompleted!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What part of promises was kept, as a decimal; null without any.',
  })
  onTime!: string | null;

  @Field({ description: 'Hours that they clocked on jobs, as a decimal.' })
  hoursClocked!: string;

  @Field({ description: 'Hours of their shifts, as a decimal.' })
  hoursRostered!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Hours clocked by hours of shifts, as a decimal; null without a shift.',
  })
  utilisation!: string | null;

  @Field(() => Int, { description: 'Ratings of jobs of theirs.' })
  ratings!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Their mean, from 1 to 5, as a decimal; null without any.',
  })
  satisfaction!: string | null;
}

@ObjectType({ description: 'How often a service of the catalogue was done.' })
export class ServiceTypeFigures {
  @Field(() => ServiceItemStub, {
    nullable: true,
    description: 'The service; null for work that is in no catalogue.',
  })
  @Permission('serviceItems:read')
  serviceItem!: ServiceItemStub | null;

  @Field(() => Int, { description: 'How often it was finished.' })
  completed!: number;

  @Field({ description: 'Hours of labour that were planned for it, as a decimal.' })
  labourHours!: string;
}

@ObjectType({ description: 'How many ratings have so many stars.' })
export class RatingCount {
  @Field(() => Int, { description: 'Stars, from 1 to 5.' })
  rating!: number;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'What customers think of the work.' })
export class CustomerSatisfaction {
  @Field(() => Int, { description: 'How many ratings came in.' })
  ratings!: number;

  @Field(() => String, { nullable: true, description: 'Their mean, as a decimal; null without any.' })
  mean!: string | null;

  @Field(() => [RatingCount], { description: 'For 1 to 5 stars.' })
  distribution!: RatingCount[];

  @Field(() => Chart, { description: 'Ratings by interval.' })
  chart!: Chart;
}

export enum JobDuration {
  UP_TO_4_HOURS = 'UP_TO_4_HOURS',
  UP_TO_1_DAY = 'UP_TO_1_DAY',
  UP_TO_3_DAYS = 'UP_TO_3_DAYS',
  UP_TO_1_WEEK = 'UP_TO_1_WEEK',
  LONGER = 'LONGER',
}
registerEnumType(JobDuration, {
  name: 'JobDuration',
  description: 'How long a job was in the shop, from when it was opened until it was completed.',
  valuesConfig: {
    UP_TO_4_HOURS: { description: 'Less than four hours.' },
    UP_TO_1_DAY: { description: 'Less than 24 hours.' },
    UP_TO_3_DAYS: { description: 'Less than 72 hours.' },
    UP_TO_1_WEEK: { description: 'Less than 168 hours.' },
    LONGER: { description: '168 hours and more.' },
  },
});

@ObjectType({ description: 'How many jobs took so long.' })
export class JobDurationCount {
  @Field(() => JobDuration, { description: 'How long.' })
  duration!: JobDuration;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'How long jobs take, of those that were completed.' })
export class ServiceDuration {
  @Field(() => Int, { description: 'How many were completed.' })
  completed!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Hours from when they were opened until they were completed, on average; null without any.',
  })
  meanHours!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Hours from when they were begun until they were completed, on average; null without any.',
  })
  meanHoursOfWork!: string | null;

  @Field(() => [JobDurationCount], { description: 'For each length, the shortest first.' })
  distribution!: JobDurationCount[];
}

@ObjectType({ description: 'How the workshop did on some days.' })
@Permission('reports:read')
export class ServiceReport {
  @Field(() => LocalDateScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'The last day.' })
  to!: string;

  reported!: Reported;
}
