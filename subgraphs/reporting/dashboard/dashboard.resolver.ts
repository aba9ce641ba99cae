import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { Chart } from '../charts/chart.type';
import { charts } from './charts';
import { DashboardPeriod } from './dashboard.enums';
import { DashboardArgs, UpdateDashboardLayoutInput } from './dashboard.input';
import { Dashboard, DashboardKpi } from './dashboard.type';
import { updateDashboardLayout } from './dashboard-layout';
import { kpis } from './kpis';
import { openDashboard } from './open-dashboard';

@Resolver(() => Dashboard)
export class DashboardResolver {
  @Query(() => Dashboard, {
    description: 'Numbers and charts of a period: of all you may see, of one service centre, or your own.',
  })
  @Permission('dashboards:read')
  dashboard(@Args() args: DashboardArgs, @Ctx() context: Context): Promise<Dashboard> {
    return openDashboard(context, args);
  }

  @Mutation(() => Dashboard, {
    description: 'Replaces one’s own layout, and answers with the dashboard of today.',
  })
  @Permission('dashboards:read')
  async updateDashboardLayout(
    @Arg('input', { description: 'The layout as a whole.' }) input: UpdateDashboardLayoutInput,
    @Ctx() context: Context,
  ): Promise<Dashboard> {
    const { version: layoutVersion, widgets } = await updateDashboardLayout(context, input);
    const dashboard = await openDashboard(context, { period: DashboardPeriod.DAY });
    return { ...dashboard, layoutVersion, widgets };
  }

  @FieldResolver(() => [DashboardKpi], {
    description: 'The numbers, always the same ones for a kind of dashboard.',
  })
  kpis(@Root() dashboard: Dashboard, @Ctx() context: Context): Promise<DashboardKpi[]> {
    return kpis(context, dashboard);
  }

  @FieldResolver(() => [Chart], {
    description: 'The charts: by day, or by month for a year; a single day beside the six before it.',
  })
  charts(@Root() dashboard: Dashboard, @Ctx() context: Context): Promise<Chart[]> {
    return charts(context, dashboard);
  }
}
