import type { Context } from '../../../shared/subgraph/context';
import type { Peers } from '../../../shared/subgraph/peers';

const DAY_MS = 86_400_000;

const atNoon = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const asDay = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

export const plusDays = (day: string, days: number): string => asDay(atNoon(day) + days * DAY_MS);

export const daysBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / DAY_MS;

/** The same day of a later month, or its last: a month after 31 January is 28 February. */
export function plusMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return asDay(Date.UTC(year, month - 1 + months, Math.min(date, last), 12));
}

/** The day that an instant falls on, by the clocks of a zone. */
export function dayIn(timeZone: string, instant: Date): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)!.value;
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** By request: every reminder of a page asks what day it is. */
const zones = new WeakMap<Peers, Promise<string>>();

async function askedZone({ peers }: Context): Promise<string> {
  const { organisation } = await peers.ask<{ organisation: { timeZone: string } }>(
    'customer',
    '{ organisation { timeZone } }',
    {},
  );
  return organisation.timeZone;
}

/** The organisation's zone, which the customer subgraph knows. */
export function zoneOf(context: Context): Promise<string> {
  let zone = zones.get(context.peers);
  if (!zone) {
    zone = askedZone(context);
    zones.set(context.peers, zone);
  }
  return zone;
}

export const today = async (context: Context): Promise<string> =>
  dayIn(await zoneOf(context), context.kernel.clock.now());
