import type { Happening } from '../../shared/live/happening';
import type { GatewayDatabase } from '../database';

interface EventRow {
  position: string;
  name: string;
  subject_type: string;
  subject_id: string;
  payload: Record<string, unknown>;
  occurred_at: Date;
}

/** The first event that is kept, null when there is none, and how far the log reaches. */
export interface Bounds {
  first: number | null;
  reached: number;
}

/** The organisations' logs of events, as the database has them: what subscriptions tell comes from here alone. */
export class EventLog {
  constructor(private readonly database: GatewayDatabase) {}

  async after(organisationId: string, position: number, most: number): Promise<Happening[]> {
    const rows = await this.database.read<EventRow>(
      organisationId,
      'select * from platform.events_after($1, $2)',
      [position, most],
    );
    return rows.map((row) => ({
      position: Number(row.position),
      name: row.name,
      subjectType: row.subject_type,
      subjectId: row.subject_id,
      payload: row.payload,
      occurredAt: new Date(row.occurred_at).toISOString(),
    }));
  }

  async bounds(organisationId: string): Promise<Bounds> {
    const [row] = await this.database.read<{ first: string | null; reached: string }>(
      organisationId,
      'select * from platform.event_bounds()',
      [],
    );
    const { first, reached } = row!;
    return { first: first === null ? null : Number(first), reached: Number(reached) };
  }
}
