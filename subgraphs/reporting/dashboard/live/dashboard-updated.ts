import { reachOf, worksIn } from '../../../../shared/access/identity';
import { sql } from '../../../../shared/database/sql';
import type { Happening } from '../../../../shared/live/happening';
import { live, updateOf } from '../../../../shared/live/live-field';
import type { Context } from '../../../../shared/subgraph/context';
import type { DashboardArgs } from '../dashboard.input';
import { openDashboard } from '../open-dashboard';
import { DASHBOARD_EVENTS } from './dashboard-events';
import type { DashboardUpdate } from './dashboard-update.type';

/** All figures are worked out anew each time. */
const EVERY_MS = 2_000;

export async function dashboardUpdated(
  context: Context,
  asked: DashboardArgs,
  after: string | undefined,
): Promise<DashboardUpdate> {
  // A service centre that is not theirs is refused at once.
  if (!context.live?.happening) await openDashboard(context, asked);
  return live(context, { names: DASHBOARD_EVENTS, everyMs: EVERY_MS, after }, async (happening) => {
    if (!isInScope(context, asked.serviceCentreId, happening)) return null;
    const isOwn = reachOf(context.identity, 'dashboards:read') === 'own';
    if (isOwn && !(await isTheirs(context, happening))) return null;
    return { ...updateOf(happening), dashboard: await openDashboard(context, asked) };
  });
}

/** What is of no service centre is for those who see all of the organisation together. */
function isInScope(
  { identity }: Context,
  named: string | null | undefined,
  { payload: { serviceCentreId } }: Happening,
): boolean {
  if (typeof serviceCentreId !== 'string') return !named && identity.serviceCentreIds === null;
  return worksIn(identity, serviceCentreId) && (!named || named === serviceCentreId);
}

/** What is about a technician's own jobs, hours and ratings. */
async function isTheirs(
  { identity: { actorId }, reader }: Context,
  { subjectId, payload: { technicianId, formerTechnicianId } }: Happening,
): Promise<boolean> {
  if (technicianId === actorId || formerTechnicianId === actorId) return true;
  const [row] = await reader.query<{ theirs: boolean }>(sql`
    select exists (select from workshop.report_job_card j where j.id = ${subjectId} and j.technician_id = ${actorId})
      or exists (select from customer.report_feedback f where f.id = ${subjectId} and f.technician_id = ${actorId})
      as theirs`);
  return row!.theirs;
}
