import { MINUTE } from '../../../../shared/time-zone';

/** Until somebody says how far it is. */
export const DEFAULT_TRAVEL_MINUTES = 30;
export const LONGEST_TRAVEL_MINUTES = 240;

/** Null for work in the shop. */
export interface Travel {
  travelMinutes?: number | null;
}

/** Work at a customer's home: somebody is on the road before and after it, and no bay is taken. */
export const isAway = ({ travelMinutes }: Travel): boolean => travelMinutes != null;

/** How long before the work begins they leave, and are back after it; in milliseconds. */
export const roadOf = ({ travelMinutes }: Travel): number => (travelMinutes ?? 0) * MINUTE;

/** What the work takes of somebody's day. */
export const minutesAway = ({ minutes, travelMinutes }: Travel & { minutes: number }): number =>
  minutes + 2 * (travelMinutes ?? 0);
