import { Args, Ctx, Resolver } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Live, LiveArgs } from '../../../../shared/live/live-field';
import { Context } from '../../../../shared/subgraph/context';
import { DashboardArgs } from '../dashboard.input';
import { DashboardUpdate } from './dashboard-update.type';
import { dashboardUpdated } from './dashboard-updated';

@Resolver(() => DashboardUpdate)
export class DashboardUpdateResolver {
  @Live(() => DashboardUpdate, {
    description:
      'The dashboard that `dashboard` answers with, again whenever something in it may have changed: every two seconds ' +
      'at most, the latest. Without `on` it is the one of the day on which it is told.',
  })
  @Permission('dashboards:read')
  dashboardUpdated(
    @Args() asked: DashboardArgs,
    @Args() { after }: LiveArgs,
    @Ctx() context: Context,
  ): Promise<DashboardUpdate> {
    return dashboardUpdated(context, asked, after);
  }
}
