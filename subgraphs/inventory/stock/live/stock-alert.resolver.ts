import { Args, Ctx, Resolver } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Live } from '../../../../shared/live/live-field';
import { Context } from '../../../../shared/subgraph/context';
import { StockAlert, StockAlertRaisedArgs } from './stock-alert.type';
import { stockAlertRaised } from './stock-alert-raised';

@Resolver(() => StockAlert)
export class StockAlertResolver {
  @Live(() => StockAlert, {
    description:
      'Tells when a part becomes low in a place that you may see: once a dip, and again only after it has recovered.',
  })
  @Permission('stock:read')
  stockAlertRaised(@Args() args: StockAlertRaisedArgs, @Ctx() context: Context): Promise<StockAlert> {
    return stockAlertRaised(context, args);
  }
}
