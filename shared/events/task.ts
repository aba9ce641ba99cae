import type { Context } from '../subgraph/context';

/**
 * A job: a name and the shape of its payload. The payload is parsed when the job is queued and again when it
 * runs, so that a row written by yesterday's program cannot surprise today's.
 */
export interface Task<P = unknown> {
  name: string;
  parse(payload: Record<string, unknown>): P;
  run(payload: P, context: Context): Promise<void>;
  /** For a job with an effect outside the database: how often it is tried before it is left for a person. */
  maxAttempts?: number;
}

export const defineTask = <P>(task: Task<P>): Task => task as Task;
