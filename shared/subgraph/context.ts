import DataLoader from 'dataloader';
import type { ObjectLiteral } from 'typeorm';
import { type Identity, type RequestFacts, systemIdentity } from '../access/identity';
import { pagesByParent } from '../database/children';
import type { Database } from '../database/database';
import { once } from '../database/idempotency';
import type { Readable } from '../database/readable';
import { Reader } from '../database/reader';
import { type Sql, sql } from '../database/sql';
import type { Transaction } from '../database/transaction';
import { inTransaction } from '../database/unit-of-work';
import { notFound } from '../errors';
import { isId } from '../ids';
import type { Log } from '../log';
import { type Connection, Keyset, type ListOrder, type PageRequest } from '../paging';
import type { SubgraphApp } from './app';
import type { Kernel } from './kernel';
import { Peers } from './peers';

const MOST_CHILDREN = 200;

/** What a resolver, an event handler or a job has in hand: who asks, and the ways to read and to write. */
export class Context {
  readonly reader: Reader;
  readonly log: Log;
  readonly peers: Peers;
  /** Sent beside the answer, to the gateway alone: what it puts into a cookie. */
  readonly extensions: Record<string, unknown> = {};
  private readonly loaders = new Map<unknown, DataLoader<string, unknown>>();

  constructor(
    readonly app: SubgraphApp,
    readonly kernel: Kernel,
    readonly database: Database,
    readonly identity: Identity,
    readonly facts: RequestFacts,
  ) {
    this.reader = new Reader(database, identity);
    this.log = kernel.log.with({ subgraph: app.name, requestId: facts.requestId });
    this.peers = new Peers(kernel.peers, identity, facts);
  }

  /** The record, or null when it is not there or not theirs to see. Reads of one tick become one statement. */
  load<E extends ObjectLiteral>(type: Readable<E>, id: string): Promise<E | null> {
    if (!isId(id)) return Promise.resolve(null);
    return this.loader(type).load(id) as Promise<E | null>;
  }

  async loadOrFail<E extends ObjectLiteral>(type: Readable<E>, id: string): Promise<E> {
    const found = await this.load(type, id);
    if (!found) throw notFound(type.called);
    return found;
  }

  /** A page of the records that the predicate selects (table alias `t`) and that they may see. */
  async page<E extends ObjectLiteral>(
    type: Readable<E>,
    where: Sql,
    order: ListOrder<E>,
    request: PageRequest,
  ): Promise<Connection<E>> {
    const keyset = new Keyset<E>(order, request, this.database.table(type.entity));
    const rows = await this.reader.rows(type, sql`(${where}) and ${keyset.predicate}`, keyset.tail);
    return keyset.connection(rows, () => this.reader.count(type, where));
  }

  /** A page of the records whose `parent` column holds this id: for many parents at once, one statement. */
  pageOf<E extends ObjectLiteral>(
    type: Readable<E>,
    parent: keyof E & string,
    id: string,
    order: ListOrder<E>,
    request: PageRequest,
  ): Promise<Connection<E>> {
    const key = JSON.stringify([type.entity.name, parent, order, request.first, request.after]);
    const loader = this.remember(key, () =>
      pagesByParent(this.reader, this.database, { type, parent, order, request }),
    );
    return loader.load(id) as Promise<Connection<E>>;
  }

  /** All records whose `parent` column holds this id: for histories and other short lists that need no pages. */
  async childrenOf<E extends ObjectLiteral>(
    type: Readable<E>,
    parent: keyof E & string,
    id: string,
    order: ListOrder<E>,
  ): Promise<E[]> {
    return (await this.pageOf(type, parent, id, order, { first: MOST_CHILDREN })).nodes;
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
          reached: (organisationId, position) => kernel.topics.reached(organisationId, position),
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
    return new Context(this.app, this.kernel, this.database, identity, this.facts);
  }

  asSystem(organisationId: string): Context {
    return this.as(systemIdentity(organisationId));
  }

  private loader(type: Readable<ObjectLiteral>): DataLoader<string, ObjectLiteral | null> {
    return this.remember(
      type,
      () => new DataLoader((ids) => this.readByIds(type, ids), { maxBatchSize: 1000 }),
    );
  }

  private remember<V>(key: unknown, make: () => DataLoader<string, V>): DataLoader<string, V> {
    let loader = this.loaders.get(key);
    if (!loader) {
      loader = make() as DataLoader<string, unknown>;
      this.loaders.set(key, loader);
    }
    return loader as DataLoader<string, V>;
  }

  private async readByIds(
    type: Readable<ObjectLiteral>,
    ids: readonly string[],
  ): Promise<(ObjectLiteral | null)[]> {
    const organisationId = this.identity.organisationId;
    if (!organisationId) return ids.map(() => null);
    const rows = await this.reader.rows(
      type,
      sql`t.organisation_id = ${organisationId} and t.id = any(${[...ids]}::uuid[])`,
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }
}
