import { Arg, Args, Ctx, Resolver } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Live, LiveArgs } from '../../../../shared/live/live-field';
import { Context } from '../../../../shared/subgraph/context';
import { HomeServiceUpdate, HomeServiceUpdateFilter } from './home-service-update.type';
import { homeServiceUpdated } from './home-service-updated';

@Resolver(() => HomeServiceUpdate)
export class HomeServiceUpdateResolver {
  @Live(() => HomeServiceUpdate, {
    description:
      'Tells of every change of the home visits that you may see, as it happens, and of where the technician is.',
  })
  @Permission('homeServices:read')
  homeServiceUpdated(
    @Arg('filter', () => HomeServiceUpdateFilter, { defaultValue: {}, description: 'Which updates.' })
    filter: HomeServiceUpdateFilter,
    @Args() { after }: LiveArgs,
    @Ctx() context: Context,
  ): Promise<HomeServiceUpdate> {
    return homeServiceUpdated(context, filter, after);
  }
}
