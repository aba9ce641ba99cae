import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Context } from '../../../../shared/subgraph/context';
import { openReport, ReportArgs } from '../report.args';
import { counterOrders } from './counter-orders';
import { CounterOrderFigures } from './counter-orders.type';
import { leadSources, lifetimeValue, quotationConversion, summary } from './sales-report';
import {
  LeadSourceFigures,
  LifetimeValue,
  QuotationOutcomes,
  SalesReport,
  SalesSummary,
} from './sales-report.type';

@Resolver(() => SalesReport)
export class SalesReportResolver {
  @Query(() => SalesReport, { description: 'How sales went. Each part is counted when it is asked for.' })
  @Permission('reports:read')
  async salesReport(@Args() args: ReportArgs, @Ctx() context: Context): Promise<SalesReport> {
    return { from: args.from, to: args.to, reported: await openReport(context, args) };
  }

  @FieldResolver(() => SalesSummary, { description: 'What was sold.' })
  summary(@Root() { reported }: SalesReport, @Ctx() context: Context): Promise<SalesSummary> {
    return summary(context, reported);
  }

  @FieldResolver(() => CounterOrderFigures, { description: 'What was sold over the counter.' })
  counterOrders(@Root() { reported }: SalesReport, @Ctx() context: Context): Promise<CounterOrderFigures> {
    return counterOrders(context, reported);
  }

  @FieldResolver(() => QuotationOutcomes, { description: 'What became of quotations.' })
  quotationConversion(
    @Root() { reported }: SalesReport,
    @Ctx() context: Context,
  ): Promise<QuotationOutcomes> {
    return quotationConversion(context, reported);
  }

  @FieldResolver(() => [LeadSourceFigures], { description: 'What each source of leads brings.' })
  leadSources(@Root() { reported }: SalesReport, @Ctx() context: Context): Promise<LeadSourceFigures[]> {
    return leadSources(context, reported);
  }

  @FieldResolver(() => LifetimeValue, { description: 'What customers brought until the last day.' })
  lifetimeValue(@Root() { reported }: SalesReport, @Ctx() context: Context): Promise<LifetimeValue> {
    return lifetimeValue(context, reported);
  }
}
