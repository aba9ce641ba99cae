import { badField } from '../errors';

/** A place in an organisation's log of events, as clients keep it: a text that says nothing to them. */
export const cursorAt = (position: number): string => Buffer.from(`event:${position}`).toString('base64url');

export function positionOf(cursor: string): number {
  const [, digits] = /^event:(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (digits === undefined) throw badField('after', 'CURSOR', 'This is no cursor of a subscription.');
  return Number(digits);
}
