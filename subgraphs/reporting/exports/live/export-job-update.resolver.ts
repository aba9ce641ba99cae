import { Arg, Args, Ctx, Resolver } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Live, LiveArgs } from '../../../../shared/live/live-field';
import { Context } from '../../../../shared/subgraph/context';
import { ExportJobUpdate, ExportJobUpdateFilter } from './export-job-update.type';
import { exportJobUpdated } from './export-job-updated';

@Resolver(() => ExportJobUpdate)
export class ExportJobUpdateResolver {
  @Live(() => ExportJobUpdate, {
    description: 'Tells how far the exports are that you asked for, and when they are done.',
  })
  @Permission('reports:read')
  exportJobUpdated(
    @Arg('filter', () => ExportJobUpdateFilter, { defaultValue: {}, description: 'Which updates.' })
    filter: ExportJobUpdateFilter,
    @Args() { after }: LiveArgs,
    @Ctx() context: Context,
  ): Promise<ExportJobUpdate> {
    return exportJobUpdated(context, filter, after);
  }
}
