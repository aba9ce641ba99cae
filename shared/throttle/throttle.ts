import { createHash } from 'node:crypto';
import { sql } from '../database/sql';
import { rateLimited } from '../errors';
import type { Context } from '../subgraph/context';

export interface ThrottleRule {
  name: string;
  allowed: number;
  windowSeconds: number;
}

const subjectOf = (rule: ThrottleRule, subject: string): string =>
  `${rule.name}:${createHash('sha256').update(subject).digest('base64url')}`;

/**
 * Counts an attempt, in its own statement so that a refused command does not take the count back with it.
 * Called in the resolver: ten aliases in one document are ten attempts.
 */
export async function throttle(context: Context, rule: ThrottleRule, subject: string): Promise<void> {
  const [row] = await context.reader.query<{ wait: number }>(
    sql`select platform.hit(${subjectOf(rule, subject)}, ${rule.allowed}, ${rule.windowSeconds}) as wait`,
  );
  if (row!.wait > 0) throw rateLimited(row!.wait);
}

/** Takes back the attempt that was just counted, because it was a good one. Those before it stay. */
export async function giveBack(context: Context, rule: ThrottleRule, subject: string): Promise<void> {
  await context.reader.query(sql`select platform.give_hit_back(${subjectOf(rule, subject)})`);
}

/** Forgets the attempts, after a success. */
export async function forgive(context: Context, rule: ThrottleRule, subject: string): Promise<void> {
  await context.reader.query(sql`select platform.forget_hits(${subjectOf(rule, subject)})`);
}
