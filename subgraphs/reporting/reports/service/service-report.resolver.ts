import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Context } from '../../../../shared/subgraph/context';
import { openReport, ReportArgs } from '../report.args';
import { byType, completion, duration, satisfaction, technicianPerformance } from './service-report';
import {
  CustomerSatisfaction,
  ServiceCompletion,
  ServiceDuration,
  ServiceReport,
  ServiceTypeFigures,
  TechnicianPerformance,
} from './service-report.type';

@Resolver(() => ServiceReport)
export class ServiceReportResolver {
  @Query(() => ServiceReport, {
    description: 'How the workshop did. Each part is counted when it is asked for.',
  })
  @Permission('reports:read')
  async serviceReport(@Args() args: ReportArgs, @Ctx() context: Context): Promise<ServiceReport> {
    return { from: args.from, to: args.to, reported: await openReport(context, args) };
  }

  @FieldResolver(() => ServiceCompletion, { description: 'How many jobs came, and what became of them.' })
  completion(@Root() { reported }: ServiceReport, @Ctx() context: Context): Promise<ServiceCompletion> {
    return completion(context, reported);
  }

  @FieldResolver(() => [TechnicianPerformance], {
    description:
      'What each technician did who worked, was to work or was rated on these days: who did most first, at most 500.',
  })
  technicianPerformance(
    @Root() { reported }: ServiceReport,
    @Ctx() context: Context,
  ): Promise<TechnicianPerformance[]> {
    return technicianPerformance(context, reported);
  }

  @FieldResolver(() => [ServiceTypeFigures], {
    description: 'How often each service was done, the most frequent first, at most 500.',
  })
  byType(@Root() { reported }: ServiceReport, @Ctx() context: Context): Promise<ServiceTypeFigures[]> {
    return byType(context, reported);
  }

  @FieldResolver(() => CustomerSatisfaction, { description: 'What customers rated.' })
  satisfaction(@Root() { reported }: ServiceReport, @Ctx() context: Context): Promise<CustomerSatisfaction> {
    return satisfaction(context, reported);
  }

  @FieldResolver(() => ServiceDuration, { description: 'How long jobs took.' })
  duration(@Root() { reported }: ServiceReport, @Ctx() context: Context): Promise<ServiceDuration> {
    return duration(context, reported);
  }
}
