import type { JobHelpers, Task as Run } from 'graphile-worker';
import { systemIdentity } from '../access/identity';
import { sql } from '../database/sql';
import { isId } from '../ids';
import type { Context } from '../subgraph/context';
import type { Subgraph } from '../subgraph/subgraph';
import type { EventHandler, RecordedEvent } from './handler';

/** A row of platform.event. */
interface EventRow {
  organisation_id: string;
  position: number;
  id: string;
  name: string;
  subject_type: string;
  subject_id: string;
  payload: Record<string, unknown>;
  occurred_at: Date;
}

const IS_REGISTERED = 'select exists (select from platform.event_handler where handler = $1) as registered';

/** The job that platform.settle makes for each event and handler: opens the handler's subgraph and does it once. */
export function eventTask(subgraphs: readonly Subgraph[]): Run {
  const handlers = new Map(
    subgraphs.flatMap((subgraph) =>
      subgraph.app.handlers.map((handler) => [handler.name, { subgraph, handler }] as const),
    ),
  );
  return async (payload, helpers) => {
    const job = parse(payload);
    const found = handlers.get(job.handler);
    if (!found) return unknownHandler(job.handler, helpers);
    const { subgraph, handler } = found;
    await handleOnce(workerContext(subgraph, job.organisationId, helpers), job.position, handler);
  };
}

/** The program itself, at work in a subgraph for one organisation. */
export const workerContext = (subgraph: Subgraph, organisationId: string, { job }: JobHelpers): Context =>
  subgraph.context(systemIdentity(organisationId), {
    requestId: `job-${job.id}`,
    address: null,
    userAgent: null,
    refreshToken: null,
  });

function parse(payload: unknown): { organisationId: string; position: number; handler: string } {
  const { organisationId, position, handler } = payload as Record<string, unknown>;
  if (!isId(organisationId) || !Number.isSafeInteger(position) || typeof handler !== 'string')
    throw new Error('An event job without organisation, position or handler.');
  return { organisationId, position: position as number, handler };
}

function handleOnce(context: Context, position: number, handler: EventHandler): Promise<void> {
  return context.transaction(async (tx) => {
    const [row] = await tx.query<EventRow>(
      sql`select * from platform.take_event(${position}, ${handler.name})`,
    );
    // No row: it was handled before, and the job came twice.
    if (row) await handler.handle(tx, recorded(row), context);
  });
}

/** Of a newer program, to be left to a worker of that; or given up by a newer program, and done with. */
async function unknownHandler(handler: string, helpers: JobHelpers): Promise<void> {
  const { rows } = await helpers.query<{ registered: boolean }>(IS_REGISTERED, [handler]);
  if (rows[0]!.registered) throw new Error(`This worker does not know the handler ${handler}.`);
}

const recorded = (row: EventRow): RecordedEvent => ({
  organisationId: row.organisation_id,
  position: row.position,
  id: row.id,
  name: row.name,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  payload: row.payload,
  occurredAt: row.occurred_at,
});
