import { readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { badInput, conflict, type FieldProblem } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { DashboardChartName, KpiName, WidgetType } from './dashboard.enums';
import type { UpdateDashboardLayoutInput } from './dashboard.input';
import { DashboardLayout } from './dashboard-layout.entity';

export const dashboardLayouts = readable({
  entity: DashboardLayout,
  permission: 'dashboards:read',
  called: 'Layout',
  visible: ({ identity }) => sql`t.user_id = ${identity.actorId}`,
});

/** The user's own; null while they have the usual one. */
export async function ownLayout({ reader }: Context): Promise<DashboardLayout | null> {
  const [own] = await reader.rows(dashboardLayouts, sql`true`);
  return own ?? null;
}

/** The whole layout: the same again changes nothing. */
export async function updateDashboardLayout(
  context: Context,
  { widgets: given, expectedVersion }: UpdateDashboardLayoutInput,
): Promise<DashboardLayout> {
  requireKnown(given);
  // Keys in the order that PostgreSQL keeps them in, so that the same layout is seen to be the same.
  const widgets = given.map(({ name, type, config = null, columns }) => ({ name, type, config, columns }));
  return context.transaction(async (tx) => {
    const [own] = await tx.rows(dashboardLayouts, sql`true`, sql`for no key update of t`);
    const version = own?.version ?? 0;
    if (expectedVersion != null && expectedVersion !== version)
      throw conflict('The layout was changed meanwhile.', { current: { version } });
    return own
      ? tx.update(DashboardLayout, own, { widgets })
      : tx.insert(DashboardLayout, { userId: context.identity.actorId!, widgets });
  });
}

const NAMES: Readonly<Record<WidgetType, readonly string[]>> = {
  [WidgetType.KPI]: Object.values(KpiName),
  [WidgetType.CHART]: Object.values(DashboardChartName),
};

function requireKnown(widgets: UpdateDashboardLayoutInput['widgets']): void {
  const keys = widgets.map(({ type, name }) => `${type} ${name}`);
  const problems = widgets.flatMap(({ type, name }, n): FieldProblem[] => {
    const path = `input.widgets.${n}.name`;
    if (!NAMES[type].includes(name))
      return [{ path, code: 'UNKNOWN', message: `There is no ${type} called ${name}.` }];
    return keys.indexOf(keys[n]!) < n
      ? [{ path, code: 'TWICE', message: 'It is in the layout already.' }]
      : [];
  });
  if (problems.length) throw badInput(problems);
}
