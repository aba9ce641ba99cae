import { conflict } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import { DashboardResolver } from './dashboard.resolver';
import { DashboardLayout } from './dashboard-layout.entity';
import { DashboardUpdateResolver } from './live/dashboard-update.resolver';

export const dashboardParts = {
  entities: [DashboardLayout],
  resolvers: [DashboardResolver, DashboardUpdateResolver],
  constraints: {
    dashboard_layout_user: () => conflict('The layout was changed meanwhile.', { current: { version: 1 } }),
  },
} satisfies Parts;
