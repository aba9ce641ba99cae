import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Context } from '../../../../shared/subgraph/context';
import { centreScope } from '../../scope/centres';
import { CentreArgs, openReport, ReportArgs } from '../report.args';
import {
  byServiceCentre,
  byServiceType,
  invoiceSummary,
  margin,
  paymentMethods,
  profitAndLoss,
} from './financial-report';
import {
  FinancialReport,
  InvoiceSummary,
  MarginAnalysis,
  PaymentMethodFigures,
  ProfitAndLoss,
  RevenueOfCentre,
  RevenueOfType,
} from './financial-report.type';
import { outstanding } from './outstanding';
import { OutstandingReport } from './outstanding.type';

@Resolver(() => FinancialReport)
export class FinancialReportResolver {
  @Query(() => FinancialReport, {
    description: 'The money of some days. Each part is counted when it is asked for.',
  })
  @Permission('reports:read')
  async financialReport(@Args() args: ReportArgs, @Ctx() context: Context): Promise<FinancialReport> {
    return { from: args.from, to: args.to, reported: await openReport(context, args) };
  }

  @Query(() => OutstandingReport, { description: 'What customers owe now.' })
  @Permission('reports:read')
  async outstandingReport(@Args() args: CentreArgs, @Ctx() context: Context): Promise<OutstandingReport> {
    return outstanding(context, await centreScope(context, args.serviceCentreId));
  }

  @Query(() => ProfitAndLoss, { description: 'What the work of some days brought, and what its parts cost.' })
  @Permission('reports:read')
  async profitAndLoss(@Args() args: ReportArgs, @Ctx() context: Context): Promise<ProfitAndLoss> {
    return profitAndLoss(context, await openReport(context, args));
  }

  @Query(() => InvoiceSummary, { description: 'The invoices of some days, and how far they are paid.' })
  @Permission('reports:read')
  async invoiceSummary(@Args() args: ReportArgs, @Ctx() context: Context): Promise<InvoiceSummary> {
    return invoiceSummary(context, await openReport(context, args));
  }

  @FieldResolver(() => [RevenueOfCentre], { description: 'What each service centre of the report took.' })
  byServiceCentre(
    @Root() { reported }: FinancialReport,
    @Ctx() context: Context,
  ): Promise<RevenueOfCentre[]> {
    return byServiceCentre(context, reported);
  }

  @FieldResolver(() => [RevenueOfType], {
    description: 'What each kind of work and each service brought, who brought most first, at most 500.',
  })
  byServiceType(@Root() { reported }: FinancialReport, @Ctx() context: Context): Promise<RevenueOfType[]> {
    return byServiceType(context, reported);
  }

  @FieldResolver(() => OutstandingReport, { description: 'What customers owe now, whatever the days.' })
  outstanding(@Root() { reported }: FinancialReport, @Ctx() context: Context): Promise<OutstandingReport> {
    return outstanding(context, reported.scope);
  }

  @FieldResolver(() => [PaymentMethodFigures], { description: 'What came by each way of paying.' })
  paymentMethods(
    @Root() { reported }: FinancialReport,
    @Ctx() context: Context,
  ): Promise<PaymentMethodFigures[]> {
    return paymentMethods(context, reported);
  }

  @FieldResolver(() => MarginAnalysis, {
    nullable: true,
    description: 'What is left of revenue when the parts are paid for; null to those who may not see costs.',
  })
  @Permission('stock:cost')
  margin(@Root() { reported }: FinancialReport, @Ctx() context: Context): Promise<MarginAnalysis> {
    return margin(context, reported);
  }
}
