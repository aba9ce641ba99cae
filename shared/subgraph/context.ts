import DataLoader from 'dataloader';
import type { ObjectLiteral } from 'typeorm';
import { type Identity, type RequestFacts, systemIdentity } from '../access/identity';
import type { AccessLog } from '../access-log/access-log';
import { personalShown } from '../access-log/personal';
import { type Children, pagesByParent } from '../database/children';
import type { Database } from '../database/database';
import { once } from '../database/idempotency';
import type { Readable } from '../database/readable';
import { Reader } from '../database/reader';
import { empty, idList, plannedWhichever, type Sql, sql } from '../database/sql';
import type { Transaction } from '../database/transaction';
import { inTransaction } from '../database/unit-of-work';
import { notFound } from '../errors';
import { isId } from '../ids';
import type { LiveExtensions } from '../live/happening';
import type { Log } from '../log';
import { type Connection, Keyset, type ListOrder, type PageRequest } from '../paging';
import type { SubgraphApp } from './app';
import type { Kernel } from './kernel';
import { Peers } from './peers';
import type { SelectedColumns } from './selected-columns';

const MOST_CHILDREN = 200;
const MOST_IDS = 1000;

type Loaders = Map<SelectedColumns | null, Map<unknown, DataLoader<string, unknown>>>;

/** What a resolver, an event handler or a job has in hand: who asks, and the ways to read and to write. */
export class Context {
  readonly reader: Reader;
  readonly peers: Peers;
  /** Sent beside the answer, to the gateway alone: what it puts into a cookie. */
  readonly extensions: Record<string, unknown>;
  /** What a subscription is asked about; null for any other operation. */
  readonly live: LiveExtensions | null;
  private readonly loaders: Loaders;
  private readonly selected: SelectedColumns | null;
  private ownLog: Log | null = null;

  /**
   * `within`: the context of the whole request, for one of a part of it. `accessLog`: where it is written down who is
   * shown personal data.
   */
  constructor(
    readonly app: SubgraphApp,
    readonly kernel: Kernel,
    readonly database: Database,
    readonly identity: Identity,
    readonly facts: RequestFacts,
    within: { whole: Context; selected: SelectedColumns } | null = null,
    private readonly accessLog: AccessLog | null = within?.whole.accessLog ?? null,
    asked: LiveExtensions | null = null,
  ) {
    this.reader = within?.whole.reader ?? new Reader(database.forReading, identity);
    this.peers = within?.whole.peers ?? new Peers(kernel.peers, identity, facts);
    this.extensions = within?.whole.extensions ?? {};
    this.live = within?.whole.live ?? asked;
    this.loaders = within?.whole.loaders ?? new Map();
    this.selected = within?.selected ?? null;
  }

  get log(): Log {
    const { kernel, app, facts } = this;
    this.ownLog ??= kernel.log.with({ subgraph: app.name, requestId: facts.requestId });
    return this.ownLog;
  }

  /**
   * The same request, in the resolver of one field: its lists and references read the columns that are selected
   * below it and no others.
   */
  selecting(selected: SelectedColumns): Context {
    const { app, kernel, database, identity, facts } = this;
    return new Context(app, kernel, database, identity, facts, { whole: this, selected });
  }

  /** The record, or null when it is not there or not theirs to see. Reads of one tick become one statement. */
  async load<E extends ObjectLiteral>(type: Readable<E>, id: string): Promise<E | null> {
    if (!isId(id)) return null;
    const found = (await this.loader(type).load(id)) as E | null;
    if (found) this.noteShown(type, [found]);
    return found;
  }

  async loadOrFail<E extends ObjectLiteral>(type: Readable<E>, id: string): Promise<E> {
    const found = await this.load(type, id);
    if (!found) throw notFound(type.called);
    return found;
  }

  /** For an answer and nothing else: the records of these ids that they may see, by id, with what is selected. */
  async answerWith<E extends ObjectLiteral>(
    type: Readable<E>,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, E>> {
    const found = await this.readByIds(type, ids, this.selected?.of(type.entity.name, ['id']) ?? null);
    this.noteShown(type, found.values());
    return found;
  }

  /**
   * A page of the records that the predicate selects (table alias `t`) and that they may see. `all` is what is counted,
   * where the predicate selects no more than the page needs.
   */
  async page<E extends ObjectLiteral>(
    type: Readable<E>,
    where: Sql,
    order: ListOrder<E>,
    request: PageRequest,
    all: Sql = where,
  ): Promise<Connection<E>> {
    const keyset = new Keyset<E>(order, request, this.database.table(type.entity));
    const columns = listColumns(type, this.selected, keyset.keys);
    const rows = await this.reader.rows(type, sql`(${where}) and ${keyset.predicate}`, keyset.tail, columns);
    this.noteShown(type, rows);
    return keyset.connection(rows, () => this.reader.count(type, all));
  }

  /** A page of the records whose `parent` column holds this id: for many parents at once, one statement. */
  pageOf<E extends ObjectLiteral>(
    type: Readable<E>,
    parent: keyof E & string,
    id: string,
    order: ListOrder<E>,
    request: PageRequest,
  ): Promise<Connection<E>> {
    return this.children({ type, parent, order, request }, id, this.selected);
  }

  /** All records whose `parent` column holds this id: for histories and other short lists that need no pages. */
  async childrenOf<E extends ObjectLiteral>(
    type: Readable<E>,
    parent: keyof E & string,
    id: string,
    order: ListOrder<E>,
  ): Promise<E[]> {
    const request = { first: MOST_CHILDREN };
    return (await this.children({ type, parent, order, request }, id, null)).nodes;
  }

  /**
   * What a subgraph reads by a statement of its own, such as a sum: what is asked for many records by the same `key` in
   * one tick becomes one call, and is remembered for the request.
   */
  batch<V>(key: string, id: string, read: (ids: readonly string[]) => Promise<V[]>): Promise<V> {
    return this.remember(null, key, () => new DataLoader(read, { maxBatchSize: MOST_IDS })).load(id);
  }

  /** A unit of work. What was read before it is forgotten, so that the answer shows what it wrote. */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const { kernel, database, identity, facts, app } = this;
    try {
      return await inTransaction(
        {
          database,
          identity,
          facts,
          clock: kernel.clock,
          constraints: app.constraints,
          happened: (organisationId, happenings) => {
            kernel.topics.changed(
              organisationId,
              happenings.map(({ subjectId }) => subjectId),
            );
            kernel.topics.happened(organisationId, happenings);
          },
        },
        work,
      );
    } finally {
      this.loaders.clear();
    }
  }

  /** A unit of work that runs once per idempotency key; a repetition gets the first result. */
  once<T>(
    command: { operation: string; key: string | null | undefined; input: unknown },
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    return this.transaction((tx) => once(tx, command, () => work(tx)));
  }

  /** The same request, on another's behalf. */
  as(identity: Identity): Context {
    const { app, kernel, database, facts, accessLog } = this;
    return new Context(app, kernel, database, identity, facts, null, accessLog);
  }

  asSystem(organisationId: string): Context {
    return this.as(systemIdentity(organisationId));
  }

  private async children<E extends ObjectLiteral>(
    wanted: Omit<Children<E>, 'columns'>,
    id: string,
    selected: SelectedColumns | null,
  ): Promise<Connection<E>> {
    const { type, parent, order, request } = wanted;
    // By what it is called as well: of one entity there may be several choices, each read its own way.
    const { entity, called } = type;
    const key = JSON.stringify([entity.name, called, parent, order, request.first, request.after]);
    const loader = this.remember(selected, key, () =>
      pagesByParent(this.reader, this.database, {
        ...wanted,
        columns: listColumns(type, selected, [...order.by, 'id'], [parent]),
      }),
    );
    const found = (await loader.load(id)) as Connection<E>;
    this.noteShown(type, found.nodes);
    return found;
  }

  /** Of what staff and programs are shown; what customers see is their own. */
  private noteShown<E extends ObjectLiteral>(type: Readable<E>, records: Iterable<E>): void {
    const { accessLog, selected, identity, facts } = this;
    if (!accessLog || !selected || identity.customerId) return;
    if (identity.kind !== 'USER' && identity.kind !== 'CLIENT') return;
    const fields = personalShown(selected, type.entity);
    if (!fields.length) return;
    const ids = Array.from(records, ({ id }) => id as string);
    accessLog.note({ identity, facts, type: type.entity.name, fields, ids });
  }

  private loader(type: Readable<ObjectLiteral>): DataLoader<string, ObjectLiteral | null> {
    return this.remember(null, type, () => {
      const read = async (ids: readonly string[]) => {
        const found = await this.readByIds(type, ids, null);
        return ids.map((id) => found.get(id) ?? null);
      };
      return new DataLoader(read, { maxBatchSize: MOST_IDS });
    });
  }

  /** What was read with some columns only is not for those who need others. */
  private remember<V>(
    selected: SelectedColumns | null,
    key: unknown,
    make: () => DataLoader<string, V>,
  ): DataLoader<string, V> {
    let loaders = this.loaders.get(selected);
    if (!loaders) {
      loaders = new Map();
      this.loaders.set(selected, loaders);
    }
    let loader = loaders.get(key);
    if (!loader) {
      loader = make() as DataLoader<string, unknown>;
      loaders.set(key, loader);
    }
    return loader as DataLoader<string, V>;
  }

  private async readByIds<E extends ObjectLiteral>(
    type: Readable<E>,
    ids: readonly string[],
    columns: ReadonlySet<string> | null,
  ): Promise<Map<string, E>> {
    const organisationId = this.identity.organisationId;
    if (!organisationId) return new Map();
    const rows = await this.reader.rows(
      type,
      plannedWhichever(sql`t.organisation_id = ${organisationId} and ${idIsAmong(ids)}`),
      empty,
      columns,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** For a list of one PostgreSQL would plan anew each time, because the plan for any list looks dearer to it. */
const idIsAmong = (ids: readonly string[]): Sql =>
  ids.length === 1 ? sql`t.id = ${ids[0]}` : sql`t.id = any(${idList(ids)}::uuid[])`;

/**
 * The columns of the order are read for cursors alone: the database orders by them unread. What is written down of who
 * is shown personal data goes by the id.
 */
function listColumns(
  type: Readable<ObjectLiteral>,
  selected: SelectedColumns | null,
  keys: readonly string[],
  besides: readonly string[] = [],
): ReadonlySet<string> | null {
  if (!selected) return null;
  const whose = personalShown(selected, type.entity).length ? ['id'] : [];
  const cursors = selected.hasCursors ? keys : [];
  return selected.of(type.entity.name, [...besides, ...whose, ...cursors]);
}
