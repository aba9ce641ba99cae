import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Context } from '../../../../shared/subgraph/context';
import { openReport, ReportArgs } from '../report.args';
import { lowStock, movements, purchaseOrders, stockStatus, supplierPerformance } from './inventory-report';
import {
  InventoryReport,
  LowStockItem,
  MovementFigures,
  PurchaseOrderFigures,
  StockStatus,
  SupplierPerformance,
} from './inventory-report.type';

@Resolver(() => InventoryReport)
export class InventoryReportResolver {
  @Query(() => InventoryReport, {
    description:
      'How the storeroom does: central warehouses too for those who see all service centres. Each part is counted when it is asked for.',
  })
  @Permission('reports:read')
  async inventoryReport(@Args() args: ReportArgs, @Ctx() context: Context): Promise<InventoryReport> {
    return { from: args.from, to: args.to, reported: await openReport(context, args) };
  }

  @FieldResolver(() => StockStatus, { description: 'What lies where now.' })
  stockStatus(@Root() { reported }: InventoryReport, @Ctx() context: Context): Promise<StockStatus> {
    return stockStatus(context, reported);
  }

  @FieldResolver(() => [MovementFigures], { description: 'What moved on these days, by kind.' })
  movements(@Root() { reported }: InventoryReport, @Ctx() context: Context): Promise<MovementFigures[]> {
    return movements(context, reported);
  }

  @FieldResolver(() => [PurchaseOrderFigures], {
    nullable: true,
    description:
      'What became of the purchase orders that were written on these days, until now; null to those who may not see them.',
  })
  @Permission('purchaseOrders:read')
  purchaseOrders(
    @Root() { reported }: InventoryReport,
    @Ctx() context: Context,
  ): Promise<PurchaseOrderFigures[]> {
    return purchaseOrders(context, reported);
  }

  @FieldResolver(() => [LowStockItem], {
    description: 'What should be bought now, by the number of the part, at most 100.',
  })
  lowStock(@Root() { reported }: InventoryReport, @Ctx() context: Context): Promise<LowStockItem[]> {
    return lowStock(context, reported);
  }

  @FieldResolver(() => [SupplierPerformance], {
    nullable: true,
    description:
      'How suppliers do, who got most orders first, at most 500; null to those who may not see purchase orders.',
  })
  @Permission('purchaseOrders:read')
  supplierPerformance(
    @Root() { reported }: InventoryReport,
    @Ctx() context: Context,
  ): Promise<SupplierPerformance[]> {
    return supplierPerformance(context, reported);
  }
}
