import { createHash } from 'node:crypto';
import { join, sql } from '../database/sql';
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

type Counted = readonly (readonly [rule: ThrottleRule, subject: string])[];

/** Counts one attempt by several rules in one statement: the longest wait of those that are over is told. */
export async function throttleAll(context: Context, counted: Counted): Promise<void> {
  const hits = counted.map(
    ([rule, subject]) =>
      sql`platform.hit(${subjectOf(rule, subject)}, ${rule.allowed}, ${rule.windowSeconds})`,
  );
  const [row] = await context.reader.query<{ wait: number }>(sql`select greatest(${join(hits)}) as wait`);
  if (row!.wait > 0) throw rateLimited(row!.wait);
}

/** Takes back what was just counted by several rules, because the attempt was a good one. */
export async function giveBackAll(context: Context, counted: Counted): Promise<void> {
  const takenBack = counted.map(
    ([rule, subject]) => sql`platform.give_hit_back(${subjectOf(rule, subject)})`,
  );
  await context.reader.query(sql`select ${join(takenBack)}`);
}

/** Takes back the attempt that was just counted, because it was a good one. Those before it stay. */
export async function giveBack(context: Context, rule: ThrottleRule, subject: string): Promise<void> {
  await context.reader.query(sql`select platform.give_hit_back(${subjectOf(rule, subject)})`);
}

/** Forgets the attempts, after a success. */
export async function forgive(context: Context, rule: ThrottleRule, subject: string): Promise<void> {
  await context.reader.query(sql`select platform.forget_hits(${subjectOf(rule, subject)})`);
}
