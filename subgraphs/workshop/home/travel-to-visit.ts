import { addSeconds } from '../../../shared/clock';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import { isId } from '../../../shared/ids';
import type { Context } from '../../../shared/subgraph/context';
import { type ThrottleRule, throttle } from '../../../shared/throttle/throttle';
import { HomeService } from './home-service.entity';
import type { HomeServiceLocationInput } from './home-service.input';
import { HomeServiceStatus, homeServiceLifecycle } from './home-service.lifecycle';
import { homeServices, homeServicesFor, ownVisits } from './home-service.loader';
import { HomeServiceAction } from './home-service-change.entity';
import { LATITUDE, LONGITUDE } from './home-service-position.entity';
import { emitAbout, moveVisit } from './record-step';

const { ARRIVED, EN_ROUTE } = HomeServiceStatus;
const LONGEST_ROUTE_SECONDS = 24 * 60 * 60;
/** Every five seconds, and a few at once after a tunnel. */
const LOCATIONS: ThrottleRule = { name: 'locations of a visit', allowed: 12, windowSeconds: 60 };

/** Under way already, it stays as it is. */
export async function startHomeServiceRoute(
  context: Context,
  id: string,
  expectedArrivalAt: Date | null | undefined,
): Promise<HomeService> {
  requireSoon(expectedArrivalAt, context.kernel.clock.now(), 'expectedArrivalAt');
  await context.transaction(async (tx) => {
    const visit = await tx.lock(homeServicesFor('homeServices:update'), id);
    if (visit.status === EN_ROUTE) return;
    homeServiceLifecycle.demand(visit.status, EN_ROUTE);
    if (!visit.technicianId)
      throw badField('id', 'NO_TECHNICIAN', 'Say first who goes: with assignHomeService.');
    await moveVisit(tx, visit, {
      to: EN_ROUTE,
      action: HomeServiceAction.EN_ROUTE,
      event: 'HomeServiceEnRoute',
      patch: {
        routeStartedAt: tx.now,
        expectedArrivalAt: expectedArrivalAt ?? addSeconds(tx.now, 60 * visit.travelMinutes),
      },
    });
  });
  return context.loadOrFail(homeServices, id);
}

/** The last place and no other; not in the audit log, which would keep them all. */
export async function updateHomeServiceLocation(
  context: Context,
  id: string,
  { latitude, longitude, expectedArrivalAt }: HomeServiceLocationInput,
): Promise<HomeService> {
  requireSoon(expectedArrivalAt, context.kernel.clock.now(), 'input.expectedArrivalAt');
  if (isId(id)) await throttle(context, LOCATIONS, `${context.identity.actorId}:${id}`);
  await context.transaction(async (tx) => {
    const visit = await tx.lock(ownVisits, id);
    // On the way is who could arrive next.
    homeServiceLifecycle.demand(visit.status, ARRIVED);
    const [north, east] = [LATITUDE.to(String(latitude)), LONGITUDE.to(String(longitude))];
    await tx.query(sql`insert into workshop.home_service_position
        (organisation_id, id, version, created_at, updated_at, latitude, longitude)
      values (${tx.organisationId}, ${id}, 1, ${tx.now}, ${tx.now}, ${north}, ${east})
      on conflict (organisation_id, id) do update set latitude = excluded.latitude, longitude = excluded.longitude,
        updated_at = excluded.updated_at, version = home_service_position.version + 1`);
    if (expectedArrivalAt) await tx.update(HomeService, visit, { expectedArrivalAt }, 'expect');
    emitAbout(tx, 'HomeServiceLocated', visit);
  });
  return context.loadOrFail(homeServices, id);
}

/** There already, it stays as it is. */
export async function arriveHomeService(context: Context, id: string): Promise<HomeService> {
  await context.transaction(async (tx) => {
    const visit = await tx.lock(homeServicesFor('homeServices:update'), id);
    if (visit.status === ARRIVED) return;
    await moveVisit(tx, visit, {
      to: ARRIVED,
      action: HomeServiceAction.ARRIVED,
      event: 'HomeServiceArrived',
      patch: { arrivedAt: tx.now },
    });
    await forgetPosition(tx, id);
  });
  return context.loadOrFail(homeServices, id);
}

/** Where somebody was is nobody's business once they are there, or do not go. */
export async function forgetPosition(tx: Transaction, id: string): Promise<void> {
  await tx.query(sql`delete from workshop.home_service_position
    where organisation_id = ${tx.organisationId} and id = ${id}`);
}

function requireSoon(arrival: Date | null | undefined, now: Date, path: string): void {
  if (!arrival) return;
  if (arrival < now) throw badField(path, 'IN_PAST', 'This is in the past.');
  if (arrival > addSeconds(now, LONGEST_ROUTE_SECONDS))
    throw badField(path, 'TOO_LATE', 'Nobody is on the way for longer than a day.');
}
