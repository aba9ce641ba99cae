import { SCHEMAS } from '../architecture/catalogue';
import { isGlobal } from '../architecture/global-tables';
import type { TestGraph } from '../harness/graph';
import { until } from '../harness/until';

const TENANT_COLUMNS = `
  select format('%I.%I', n.nspname, c.relname) as table, a.attname as column, t.typname as type,
    a.attgenerated <> '' as generated
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = any($1)
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  where c.relkind in ('r', 'p') and not c.relispartition
  order by 1, a.attnum`;

/** Grows by itself while nothing is changed: refusals are written down, events are handled. */
const JOURNALS = /^platform\.(audit_log|event|event_counter|inbox)$/;
/** Goes on by itself: what was done by the clock, and when. */
const CLOCKWORK = 'platform.clockwork';
/** Written a moment after what it is about. */
const ACCESSES = 'platform.access_log';

export interface Column {
  column: string;
  type: string;
  generated: boolean;
}

/** What is kept of organisations, looked at past all row-level security. */
export class Stored {
  private tables: Map<string, Column[]> | null = null;
  /** Planning a statement about every table takes longer than running it. */
  private readonly prepared = new Set<string>();

  constructor(private readonly graph: TestGraph) {}

  /** The tables that organisations have rows in, by name. */
  async tenantTables(): Promise<Map<string, Column[]>> {
    if (this.tables) return this.tables;
    const rows = await this.graph.sql<Column & { table: string }>(TENANT_COLUMNS, [SCHEMAS]);
    this.tables = new Map();
    for (const { table, ...column } of rows) {
      if (isGlobal(table)) continue;
      this.tables.set(table, [...(this.tables.get(table) ?? []), column]);
    }
    return this.tables;
  }

  /** How many rows each table has of the organisation. */
  async rowCounts(organisationId: string): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const table of (await this.tenantTables()).keys()) {
      const [row] = await this.graph.sql<{ count: string }>(
        `select count(*) as count from ${table} where organisation_id = $1`,
        [organisationId],
      );
      counts.set(table, Number(row!.count));
    }
    return counts;
  }

  /** Every id in every table of the organisation, its own and those that it refers to. */
  async ids(organisationId: string): Promise<Set<string>> {
    const parts = [...(await this.tenantTables())].flatMap(([table, columns]) =>
      columns.flatMap(({ column, type }) => {
        const from = `from ${table} where organisation_id = $1`;
        if (type === 'uuid') return [`select ${column}::text as id ${from}`];
        return type === '_uuid' ? [`select unnest(${column})::text ${from}`] : [];
      }),
    );
    const rows = await this.graph.sql<{ id: string | null }>(parts.join(' union '), [organisationId]);
    return new Set(rows.flatMap(({ id }) => id ?? []));
  }

  /** The ids of the organisation's records by table, the last made first; of tables whose rows have one. */
  async records(organisationId: string): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    for (const [table, columns] of await this.tenantTables()) {
      if (!columns.some(({ column }) => column === 'id')) continue;
      const rows = await this.graph.sql<{ id: string }>(
        `select id from ${table} where organisation_id = $1 order by id desc`,
        [organisationId],
      );
      found.set(
        table,
        rows.map(({ id }) => id),
      );
    }
    return found;
  }

  /**
   * A fingerprint of each table of the organisation, and of its jobs: how many rows, and by which transactions they
   * were written. Whatever is inserted or updated has a later transaction's number than all that was there, so that as
   * many rows with the same sum are the same rows; what they hold, which takes five times as long, need not be read.
   * Without the journals where the organisation
   * itself was asking: that it asked may be written down.
   */
  async fingerprint(organisationId: string, { journals = true } = {}): Promise<Record<string, string>> {
    const statement = journals ? 'fingerprint' : 'fingerprint_without_journals';
    if (!this.prepared.has(statement)) {
      await this.graph.sql('set plan_cache_mode = force_generic_plan');
      await this.graph.sql(`prepare ${statement} (uuid) as ${await this.fingerprints(journals)}`);
      this.prepared.add(statement);
    }
    const rows = await this.graph.sql<{ name: string; print: string }>(
      `execute ${statement} ('${organisationId}')`,
    );
    return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
  }

  private async fingerprints(journals: boolean): Promise<string> {
    const tables = [...(await this.tenantTables()).keys()].filter(
      (table) => table !== CLOCKWORK && table !== ACCESSES && (journals || !JOURNALS.test(table)),
    );
    const parts = tables.map(
      (table) => `select '${table}' as name, count(*) || ' ' || coalesce(sum(t.xmin::text::bigint), 0)
        as print from ${table} t where organisation_id = $1`,
    );
    parts.push(
      `select 'jobs', count(*)::text from graphile_worker._private_jobs j
         join graphile_worker._private_tasks k on k.id = j.task_id and k.identifier <> 'clockwork'
         where j.payload->>'organisationId' = $1::text`,
    );
    return parts.join(' union all ');
  }

  /** Resolves when no job of these organisations waits to be run now or is running. */
  async quiet(...organisationIds: string[]): Promise<void> {
    await until('the queue is empty', async () => {
      const due = await this.graph.sql(
        `select from graphile_worker._private_jobs
         where payload->>'organisationId' = any($1) and run_at <= now() and attempts < max_attempts`,
        [organisationIds],
      );
      return due.length === 0;
    });
  }
}
