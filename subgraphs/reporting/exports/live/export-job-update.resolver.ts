import { Args, Ctx, Resolver } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Live } from '../../../../shared/live/live-field';
import { Context } from '../../../../shared/subgraph/context';
import { ExportJobUpdate, ExportJobUpdatedArgs } from './export-job-update.type';
import { exportJobUpdated } from './export-job-updated';

@Resolver(() => ExportJobUpdate)
export class ExportJobUpdateResolver {
  @Live(() => ExportJobUpdate, {
    description: 'Tells how far the exports are that you asked for, and when they are done.',
  })
  @Permission('reports:read')
  exportJobUpdated(@Args() args: ExportJobUpdatedArgs, @Ctx() context: Context): Promise<ExportJobUpdate> {
    return exportJobUpdated(context, args);
  }
}
