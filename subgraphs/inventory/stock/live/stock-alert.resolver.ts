import { Arg, Args, Ctx, Resolver } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Live, LiveArgs } from '../../../../shared/live/live-field';
import { Context } from '../../../../shared/subgraph/context';
import { StockAlert, StockAlertFilter } from './stock-alert.type';
import { stockAlertRaised } from './stock-alert-raised';

@Resolver(() => StockAlert)
export class StockAlertResolver {
  @Live(() => StockAlert, {
    description:
      'Tells when a part becomes low in a place that you may see: once a dip, and again only after it has recovered.',
  })
  @Permission('stock:read')
  stockAlertRaised(
    @Arg('filter', () => StockAlertFilter, { defaultValue: {}, description: 'Which alerts.' })
    filter: StockAlertFilter,
    @Args() { after }: LiveArgs,
    @Ctx() context: Context,
  ): Promise<StockAlert> {
    return stockAlertRaised(context, filter, after);
  }
}
