import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { TestGraph } from './graph';

/** Rows that somebody else has locked, on a connection of their own, until they are let go. */
export async function holdRows(
  { databaseUrl }: TestGraph,
  text: string,
  values: unknown[],
): Promise<{ letGo(): Promise<void> }> {
  const holder = new Client({ connectionString: databaseUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query(text, values);
  return {
    async letGo() {
      await holder.query('commit');
      await holder.end();
    },
  };
}

/**
 * Until each of them stands before a lock of this database or has its answer, which may be that it waited for too
 * long; how many wait then. It is looked at outside of any transaction: within one, PostgreSQL shows the sessions
 * that there were at the first look, and never one that the program opened since.
 */
export async function untilWaiting(graph: TestGraph, sent: readonly Promise<unknown>[]): Promise<number> {
  let answered = 0;
  for (const answer of sent) {
    const count = () => {
      answered += 1;
    };
    answer.then(count, count);
  }
  for (;;) {
    const waiting = await graph.sql(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (waiting.length + answered >= sent.length) return waiting.length;
    await pause(20);
  }
}
