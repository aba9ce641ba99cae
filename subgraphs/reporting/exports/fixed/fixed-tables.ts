import { financialTables } from './financial.tables';
import type { FixedReport } from './fixed-report.enum';
import { inventoryTables } from './inventory.tables';
import { salesTables } from './sales.tables';
import { serviceTables } from './service.tables';
import type { FixedTable } from './table';

export const FIXED_TABLES: Readonly<Record<FixedReport, FixedTable>> = {
  ...serviceTables,
  ...salesTables,
  ...inventoryTables,
  ...financialTables,
};
