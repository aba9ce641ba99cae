import type { PoolClient } from 'pg';
import type { ObjectLiteral } from 'typeorm';
import type { Identity, RequestFacts } from '../access/identity';
import type { Clock } from '../clock';
import { conflict, notFound } from '../errors';
import { isId, newId } from '../ids';
import { type AuditEntry, auditValues } from './audit';
import type { Database } from './database';
import { type Readable, visibleTo } from './readable';
import { join, type Sql, sql } from './sql';
import { assignments } from './table-map';

/** What every entity of a tenant has. */
export interface Stored extends ObjectLiteral {
  organisationId: string;
  id: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export interface NewEvent {
  name: string;
  subjectType: string;
  subjectId: string;
  payload?: Record<string, unknown>;
}

export interface NewJob {
  task: string;
  payload: Record<string, unknown>;
  runAt?: Date;
  /** Of jobs with one key, only the latest is kept. */
  key?: string;
  maxAttempts?: number;
}

type Given<E> = Partial<Omit<E, 'organisationId' | 'version' | 'createdAt' | 'updatedAt'>>;

/**
 * A unit of work: what it writes, its audit entries, its events and its jobs are committed together or not at
 * all. No call leaves the process while one is open.
 */
export class Transaction {
  private readonly audits: AuditEntry[] = [];
  private readonly events: (NewEvent & { id: string; actor: unknown; requestId: string })[] = [];
  private readonly jobs: object[] = [];
  readonly organisationId: string;
  readonly now: Date;

  constructor(
    private readonly database: Database,
    private readonly client: PoolClient,
    readonly identity: Identity,
    private readonly facts: RequestFacts,
    clock: Clock,
  ) {
    if (!identity.organisationId) throw new Error('A transaction needs an organisation.');
    this.organisationId = identity.organisationId;
    this.now = clock.now();
  }

  query<T>(statement: Sql): Promise<T[]> {
    return this.database.send<T>(this.client, statement);
  }

  async rows<E extends ObjectLiteral>(type: Readable<E>, where: Sql, tail: Sql = sql``): Promise<E[]> {
    const table = this.database.table(type.entity);
    const found = await this.query<Record<string, unknown>>(
      sql`select ${table.select} from ${table.name} t where (${where}) and (${visibleTo(type, this.identity)}) ${tail}`,
    );
    return found.map((row) => table.fromRow(row));
  }

  /** The record, locked until the end. NOT_FOUND when it is not there or not theirs to see, CONFLICT when changed. */
  async lock<E extends Stored>(type: Readable<E>, id: string, expectedVersion?: number | null): Promise<E> {
    if (!isId(id)) throw notFound(type.called);
    const [row] = await this.rows(
      type,
      sql`t.organisation_id = ${this.organisationId} and t.id = ${id}`,
      sql`for no key update of t`,
    );
    if (!row) throw notFound(type.called);
    if (expectedVersion != null && expectedVersion !== row.version)
      throw conflict(`${type.called} was changed by somebody else.`, {
        current: { id: row.id, version: row.version, updatedAt: row.updatedAt.toISOString() },
      });
    return row;
  }

  async insert<E extends Stored>(entity: new () => E, given: Given<E>): Promise<E> {
    const table = this.database.table(entity);
    const values = {
      ...given,
      organisationId: this.organisationId,
      id: given.id ?? newId(),
      version: 1,
      createdAt: this.now,
      updatedAt: this.now,
    } as unknown as Partial<E>;
    const columns = table.toColumns(values);
    const names = columns.map((c) => c.column);
    const [row] = await this.query<Record<string, unknown>>(
      sql`insert into ${table.name} as t (${join(names)}) values (${join(columns.map((c) => c.value))}) returning ${table.select}`,
    );
    this.record('create', entity, row as unknown as Stored, null, auditValues(entity, columns));
    return table.fromRow(row!);
  }

  /** Changes a record that this transaction has locked. Only what differs is written and audited. */
  async update<E extends Stored>(
    entity: new () => E,
    current: E,
    patch: Given<E>,
    action = 'update',
  ): Promise<E> {
    const table = this.database.table(entity);
    const changed = table
      .toColumns(patch as Partial<E>)
      .filter(({ property }) => !same((patch as Partial<E>)[property], current[property]));
    if (changed.length === 0) return current;
    const [row] = await this.query<Record<string, unknown>>(
      sql`update ${table.name} as t set ${assignments(changed)}, version = t.version + 1, updated_at = ${this.now}
          where t.organisation_id = ${this.organisationId} and t.id = ${current.id} returning ${table.select}`,
    );
    const before = Object.fromEntries(changed.map(({ property }) => [property, current[property] ?? null]));
    const old = auditValues(entity, table.toColumns(before as Partial<E>));
    this.record(action, entity, current, old, auditValues(entity, changed));
    return table.fromRow(row!);
  }

  async delete<E extends Stored>(entity: new () => E, current: E): Promise<void> {
    const table = this.database.table(entity);
    await this.query(
      sql`delete from ${table.name} t where t.organisation_id = ${this.organisationId} and t.id = ${current.id}`,
    );
    this.record('delete', entity, current, auditValues(entity, table.toColumns(current)), null);
  }

  /** For what is not a change of a row: a sign-in, a look-up that opened a record to a centre. */
  audit(action: string, entityType: string, entityId: string, values: Record<string, unknown> = {}): void {
    this.audits.push(this.auditEntry(action, entityType, entityId, null, null, values));
  }

  emit(event: NewEvent): void {
    const { kind, actorId } = this.identity;
    this.events.push({
      payload: {},
      ...event,
      id: newId(),
      actor: { kind, id: actorId },
      requestId: this.facts.requestId,
    });
  }

  enqueue(job: NewJob): void {
    const { task, payload, runAt, key, maxAttempts } = job;
    this.jobs.push({
      task,
      payload: { ...payload, organisationId: this.organisationId },
      run_at: runAt?.toISOString() ?? null,
      key: key ?? null,
      max_attempts: maxAttempts ?? null,
    });
  }

  async nextNumber(scopeId: string, kind: string): Promise<number> {
    const [row] = await this.query<{ number: number }>(
      sql`select platform.next_number(${scopeId}, ${kind}) as number`,
    );
    return row!.number;
  }

  /** Writes what was collected. The event position is taken here, as the last statement before COMMIT. */
  async settle(): Promise<number | null> {
    if (this.audits.length + this.events.length + this.jobs.length === 0) return null;
    const [row] = await this.query<{ position: number | null }>(
      sql`select platform.settle(${JSON.stringify(this.audits)}, ${JSON.stringify(this.jobs)}, ${JSON.stringify(this.events)}) as position`,
    );
    return row!.position;
  }

  private record(
    action: string,
    entity: new () => object,
    row: Stored,
    old: Record<string, unknown> | null,
    values: Record<string, unknown> | null,
  ): void {
    this.audits.push(this.auditEntry(action, entity.name, row.id, row, old, values));
  }

  private auditEntry(
    action: string,
    entityType: string,
    entityId: string,
    row: Stored | null,
    old: Record<string, unknown> | null,
    values: Record<string, unknown> | null,
  ): AuditEntry {
    return {
      id: newId(),
      actor_kind: this.identity.kind,
      actor_id: this.identity.actorId,
      action,
      entity_type: entityType,
      entity_id: entityId,
      service_centre_id: (row?.serviceCentreId as string | undefined) ?? null,
      old_values: old,
      new_values: values,
      address: this.facts.address,
      user_agent: this.facts.userAgent,
      request_id: this.facts.requestId,
    };
  }
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
