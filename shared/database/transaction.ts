import type { PoolClient } from 'pg';
import type { ObjectLiteral } from 'typeorm';
import type { Identity, RequestFacts } from '../access/identity';
import type { Clock } from '../clock';
import { conflict, notFound } from '../errors';
import { isId, newId } from '../ids';
import type { Happening } from '../live/happening';
import { type AuditEntry, auditValues } from './audit';
import type { Database } from './database';
import { inOneWrite } from './one-write';
import { type Readable, visibleTo } from './readable';
import { join, type Sql, sql } from './sql';
import { assignments, type Table } from './table-map';

const BEGIN = `select set_config('liftbay.organisation', $1, true), set_config('lock_timeout', '10s', true),
  set_config('plan_cache_mode', 'auto', true)`;

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
  /** Of one queue, one job runs at a time: whoever is slow keeps nobody else's work waiting. */
  queue?: string;
  maxAttempts?: number;
}

export type Given<E> = Partial<Omit<E, 'organisationId' | 'version' | 'createdAt' | 'updatedAt'>>;

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
  private beginning: Promise<unknown> | null = null;
  private ended = false;

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

  /** BEGIN is sent when it is first needed, and what may write is not sent before it has held. */
  begun(): Promise<unknown> {
    this.beginning ??= Promise.all(
      inOneWrite(this.client, () => [
        this.client.query('begin'),
        this.client.query({ name: 'begin', text: BEGIN, values: [this.organisationId] }),
      ]),
    );
    return this.beginning;
  }

  async query<T>(statement: Sql): Promise<T[]> {
    this.requireOpen();
    await this.begun();
    return this.database.send<T>(this.client, statement);
  }

  /** What was begun side by side and goes on after the end must not write outside of the transaction. */
  end(): void {
    this.ended = true;
  }

  /** What is read, and locked, may leave together with BEGIN: when that fails, nobody sees it, and nothing is locked. */
  async rows<E extends ObjectLiteral>(type: Readable<E>, where: Sql, tail: Sql = sql``): Promise<E[]> {
    this.requireOpen();
    const table = this.database.table(type.entity);
    const statement = sql`select ${table.all.select} from ${table.name} t where (${where}) and (${visibleTo(type, this.identity)}) ${tail}`;
    const [, rows] = await Promise.all(
      inOneWrite(this.client, () => [
        this.begun(),
        this.database.sendForRows(this.client, statement, table.all),
      ]),
    );
    return rows;
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
    const [row] = await this.write(
      table,
      sql`insert into ${table.name} as t (${join(names)}) values (${join(columns.map((c) => c.value))}) returning ${table.all.select}`,
    );
    this.record('create', entity, row!, null, auditValues(entity, columns));
    return row!;
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
    const [row] = await this.write(
      table,
      sql`update ${table.name} as t set ${assignments(changed)}, version = t.version + 1, updated_at = ${this.now}
          where t.organisation_id = ${this.organisationId} and t.id = ${current.id} returning ${table.all.select}`,
    );
    const before = Object.fromEntries(changed.map(({ property }) => [property, current[property] ?? null]));
    const old = auditValues(entity, table.toColumns(before as Partial<E>));
    this.record(action, entity, current, old, auditValues(entity, changed));
    return row!;
  }

  async delete<E extends Stored>(entity: new () => E, current: E): Promise<void> {
    const table = this.database.table(entity);
    await this.query(
      sql`delete from ${table.name} t where t.organisation_id = ${this.organisationId} and t.id = ${current.id}`,
    );
    this.record('delete', entity, current, auditValues(entity, table.toColumns(current)), null);
  }

  /**
   * Overwrites what rows hold, or deletes them where there is nothing to put instead, and tells the log that it was
   * done, not what was there: for erasing. The ids of the rows.
   */
  async erase<E extends Stored>(entity: new () => E, where: Sql, patch: Given<E> | null): Promise<string[]> {
    const table = this.database.table(entity);
    const inTenant = sql`t.organisation_id = ${this.organisationId} and (${where})`;
    const rows = await this.query<{ id: string }>(
      patch
        ? sql`update ${table.name} as t set ${assignments(table.toColumns(patch as Partial<E>))},
                version = t.version + 1, updated_at = ${this.now} where ${inTenant} returning t.id`
        : sql`delete from ${table.name} as t where ${inTenant} returning t.id`,
    );
    for (const { id } of rows) this.audits.push(this.auditEntry('erase', entity.name, id, null, null, null));
    return rows.map(({ id }) => id);
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
    const { task, payload, runAt, key, queue, maxAttempts } = job;
    this.jobs.push({
      task,
      payload: { ...payload, organisationId: this.organisationId },
      run_at: runAt?.toISOString() ?? null,
      key: key ?? null,
      queue: queue ?? null,
      max_attempts: maxAttempts ?? null,
    });
  }

  async nextNumber(scopeId: string, kind: string): Promise<number> {
    const [row] = await this.query<{ number: number }>(
      sql`select platform.next_number(${scopeId}, ${kind}) as number`,
    );
    return row!.number;
  }

  /**
   * Writes what was collected: the event position is taken here, by the last statement before COMMIT. For what has
   * begun: it is sent at once, so that COMMIT can follow it in one flight. Its events, as the log has them.
   */
  async settle(): Promise<Happening[]> {
    if (this.audits.length + this.events.length + this.jobs.length === 0) return [];
    const events = JSON.stringify(this.events);
    const [row] = await this.database.send<{ position: number | null; occurredAt: Date }>(
      this.client,
      sql`select platform.settle(${JSON.stringify(this.audits)}, ${JSON.stringify(this.jobs)}, ${events}) as position,
            now()::timestamptz(3) as "occurredAt"`,
    );
    return happeningsOf(events, row!);
  }

  private async write<E extends ObjectLiteral>(table: Table<E>, statement: Sql): Promise<E[]> {
    this.requireOpen();
    await this.begun();
    return this.database.sendForRows(this.client, statement, table.all);
  }

  private requireOpen(): void {
    if (this.ended) throw new Error('The transaction is over.');
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

/** `written`: as JSON, which is what the log keeps of them. */
function happeningsOf(
  written: string,
  { position: last, occurredAt }: { position: number | null; occurredAt: Date },
): Happening[] {
  const events: Required<NewEvent>[] = JSON.parse(written);
  return events.map(({ name, subjectType, subjectId, payload }, n) => ({
    position: last! - events.length + 1 + n,
    name,
    subjectType,
    subjectId,
    payload,
    occurredAt: occurredAt.toISOString(),
  }));
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
