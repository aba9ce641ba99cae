import { requireReach } from '../../../shared/access/identity';
import type { Context } from '../../../shared/subgraph/context';
import { addDays, localDate, weekdayOf } from '../../../shared/time-zone';
import type { Days } from '../figures/days';
import { centreScope } from '../scope/centres';
import { CHARTS } from './charts';
import { DashboardKind, DashboardPeriod, WidgetType } from './dashboard.enums';
import type { DashboardArgs } from './dashboard.input';
import type { Dashboard, DashboardWidget } from './dashboard.type';
import { ownLayout } from './dashboard-layout';
import { KPIS } from './kpis';

/** Whose dashboard it is follows from what they may see, so that a role of the organisation's own has one too. */
export async function openDashboard(
  context: Context,
  { period, on, serviceCentreId }: DashboardArgs,
): Promise<Dashboard> {
  const { identity, kernel } = context;
  const isOwn = requireReach(identity, 'dashboards:read') === 'own';
  const [scope, layout] = await Promise.all([centreScope(context, serviceCentreId), ownLayout(context)]);
  const kind = isOwn
    ? DashboardKind.TECHNICIAN
    : scope.whole
      ? DashboardKind.ORGANISATION
      : DashboardKind.SERVICE_CENTRE;
  const days = periodAround(period, on ?? localDate(scope.timeZone, kernel.clock.now().getTime()));
  const [only, ...others] = scope.centres;
  return {
    kind,
    period,
    ...days,
    timeZone: scope.timeZone,
    serviceCentre: only && others.length === 0 ? { id: only.id } : null,
    layoutVersion: layout?.version ?? 0,
    widgets: layout?.widgets ?? usualWidgets(kind),
    scope,
    days,
    technicianId: isOwn ? identity.actorId : null,
  };
}

export function periodAround(period: DashboardPeriod, day: string): Days {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  switch (period) {
    case DashboardPeriod.DAY:
      return { from: day, to: day };
    case DashboardPeriod.WEEK: {
      const from = addDays(day, 1 - weekdayOf(day));
      return { from, to: addDays(from, 6) };
    }
    case DashboardPeriod.MONTH: {
      const next = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
      return { from: `${day.slice(0, 7)}-01`, to: addDays(next, -1) };
    }
    case DashboardPeriod.YEAR:
      return { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` };
  }
}

const usualWidgets = (kind: DashboardKind): DashboardWidget[] => [
  ...KPIS[kind].map((name) => ({ type: WidgetType.KPI, name, columns: 3, config: null })),
  ...CHARTS[kind].map((name) => ({ type: WidgetType.CHART, name, columns: 6, config: null })),
];
