import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { TestGraph } from './graph';

/** Rows that somebody else has locked until they are let go. */
export interface Held {
  /**
   * Until each of them stands before what is held, or behind somebody who does, or has its answer, which may be that
   * it waited for too long; how many wait then. Whoever waits for something else is not counted: files run side by side.
   */
  untilWaiting(sent: readonly Promise<unknown>[]): Promise<number>;
  letGo(): Promise<void>;
}

/** Locked on a connection of their own. */
export async function holdRows(graph: TestGraph, text: string, values: unknown[]): Promise<Held> {
  const holder = new Client({ connectionString: graph.databaseUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query(text, values);
  const { rows } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid');
  return {
    untilWaiting: (sent) => untilCounted(sent, () => graph.sql(BEHIND, [rows[0]!.pid])),
    async letGo() {
      await holder.query('commit');
      await holder.end();
    },
  };
}

/** Until each of them stands before any lock of this database or has its answer; how many wait then. */
export const untilWaiting = (graph: TestGraph, sent: readonly Promise<unknown>[]): Promise<number> =>
  untilCounted(sent, () => graph.sql(WAITING));

const WAITING =
  "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

const BEHIND = `
  with recursive waiting as materialized (
    select pid, pg_blocking_pids(pid) as blocked_by from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'
  ), behind as (
    select pid from waiting where $1::int = any(blocked_by)
    union select w.pid from waiting w join behind b on b.pid = any(w.blocked_by)
  )
  select from behind`;

/**
 * It is looked at outside of any transaction: within one, PostgreSQL shows the sessions that there were at the first
 * look, and never one that the program opened since.
 */
async function untilCounted(
  sent: readonly Promise<unknown>[],
  look: () => Promise<unknown[]>,
): Promise<number> {
  let answered = 0;
  for (const answer of sent) {
    const count = () => {
      answered += 1;
    };
    answer.then(count, count);
  }
  for (;;) {
    const waiting = await look();
    if (waiting.length + answered >= sent.length) return waiting.length;
    await pause(20);
  }
}
