import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Context } from '../../../../shared/subgraph/context';
import { Chart } from '../../charts/chart.type';
import { openReport, ReportArgs } from '../report.args';
import { customerTrends, revenueTrend, serviceTrends } from './analytics';
import { Analytics, CustomerTrends, ServiceTrends } from './analytics.type';

@Resolver(() => Analytics)
export class AnalyticsResolver {
  @Query(() => Analytics, {
    description: 'Where customers, work and money go. Each part is counted when it is asked for.',
  })
  @Permission('reports:read')
  async analytics(@Args() args: ReportArgs, @Ctx() context: Context): Promise<Analytics> {
    return { from: args.from, to: args.to, reported: await openReport(context, args) };
  }

  @FieldResolver(() => CustomerTrends, { description: 'Who came.' })
  customers(@Root() { reported }: Analytics, @Ctx() context: Context): Promise<CustomerTrends> {
    return customerTrends(context, reported);
  }

  @FieldResolver(() => ServiceTrends, { description: 'What was done.' })
  services(@Root() { reported }: Analytics, @Ctx() context: Context): Promise<ServiceTrends> {
    return serviceTrends(context, reported);
  }

  @FieldResolver(() => Chart, { description: 'Revenue by interval, each currency by itself.' })
  revenue(@Root() { reported }: Analytics, @Ctx() context: Context): Promise<Chart> {
    return revenueTrend(context, reported);
  }
}
