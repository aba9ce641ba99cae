import type { Parts } from '../../../shared/subgraph/parts';
import { AnalyticsResolver } from './analytics/analytics.resolver';
import { FinancialReportResolver } from './financial/financial-report.resolver';
import { InventoryReportResolver } from './inventory/inventory-report.resolver';
import { SalesReportResolver } from './sales/sales-report.resolver';
import { ServiceReportResolver } from './service/service-report.resolver';

export const reportsParts = {
  resolvers: [
    ServiceReportResolver,
    SalesReportResolver,
    FinancialReportResolver,
    InventoryReportResolver,
    AnalyticsResolver,
  ],
} satisfies Parts;
