import { EventEmitter } from 'node:events';
import { RedisPubSub } from 'graphql-redis-subscriptions';
import { Redis } from 'ioredis';
import type { Log } from '../log';
import type { Happening } from './happening';

/**
 * Live topics: a word to whoever listens that something happened. Between processes they carry no data and may be
 * lost; the database is the truth, and a listener reads it from where it is.
 */
export class Topics {
  private readonly changeListeners = new Set<(change: Change) => void>();
  private readonly happenedListeners = new Set<(happened: Happened) => void>();

  private constructor(private readonly bus: Bus) {}

  static inMemory(): Topics {
    return new Topics(new MemoryBus());
  }

  static overRedis(url: string, log: Log): Topics {
    return new Topics(redisBus(url, log));
  }

  /**
   * This stands in the organisation's log now. Who listens in this process need not read it there; the other processes
   * hear how far the log reaches.
   */
  happened(organisationId: string, happenings: readonly Happening[]): void {
    const reached = happenings.at(-1)!.position;
    setImmediate(() => {
      for (const listener of this.happenedListeners) listener({ organisationId, reached, happenings });
    });
    this.bus.publish('reached', { organisationId, reached });
  }

  async onHappened(listener: (happened: Happened) => void): Promise<Unsubscribe> {
    this.happenedListeners.add(listener);
    const unsubscribe = await this.bus.subscribe<Omit<Happened, 'happenings'>>('reached', (reached) =>
      listener({ ...reached, happenings: [] }),
    );
    return () => {
      this.happenedListeners.delete(listener);
      unsubscribe();
    };
  }

  /**
   * These records were changed. Who listens in this process hears of it before the change is answered, so that what
   * it remembers is never older than an answer that it has given; the other processes hear of it a little later.
   */
  changed(organisationId: string, subjects: readonly string[]): void {
    for (const listener of this.changeListeners) listener({ organisationId, subjects });
    this.bus.publish('changed', { organisationId, subjects });
  }

  async onChanged(listener: (change: Change) => void): Promise<Unsubscribe> {
    this.changeListeners.add(listener);
    const unsubscribe = await this.bus.subscribe('changed', listener);
    return () => {
      this.changeListeners.delete(listener);
      unsubscribe();
    };
  }

  /** What the gateway remembers about who may do what is out of date for this organisation. */
  accessChanged(organisationId: string): void {
    this.bus.publish('access', { organisationId });
  }

  onAccessChanged(listener: (message: { organisationId: string }) => void): Promise<Unsubscribe> {
    return this.bus.subscribe('access', listener);
  }

  /** Whether words get through; null where there is nothing between those who speak and those who listen. */
  reachable(): Promise<boolean> | null {
    return this.bus.reachable();
  }

  close(): Promise<void> {
    return this.bus.close();
  }
}

type Unsubscribe = () => void;

interface Change {
  organisationId: string;
  subjects: readonly string[];
}

interface Happened {
  organisationId: string;
  /** How far the log reaches. */
  reached: number;
  /** The last of it, as far as this process knows it. */
  happenings: readonly Happening[];
}

interface Bus {
  publish(topic: string, message: object): void;
  subscribe<M>(topic: string, listener: (message: M) => void): Promise<Unsubscribe>;
  reachable(): Promise<boolean> | null;
  close(): Promise<void>;
}

class MemoryBus implements Bus {
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  publish(topic: string, message: object): void {
    setImmediate(() => this.emitter.emit(topic, message));
  }

  async subscribe<M>(topic: string, listener: (message: M) => void): Promise<Unsubscribe> {
    this.emitter.on(topic, listener);
    return () => this.emitter.off(topic, listener);
  }

  reachable(): null {
    return null;
  }

  async close(): Promise<void> {
    this.emitter.removeAllListeners();
  }
}

function redisBus(url: string, log: Log): Bus {
  const connect = () => {
    // The ready check sends INFO, which fails on a connection that a waiting SUBSCRIBE got to first: ioredis then
    // connects anew and forgets the subscription.
    const client = new Redis(url, { maxRetriesPerRequest: null, enableReadyCheck: false });
    client.on('error', (error: Error) => log.warn('redis connection', { error: error.message }));
    return client;
  };
  const [publisher, subscriber] = [connect(), connect()];
  const pubsub = new RedisPubSub({ publisher, subscriber });
  return {
    publish(topic, message) {
      // Lost when Redis is gone, on purpose: who listens also looks at the log from time to time.
      if (publisher.status === 'ready') pubsub.publish(topic, message).catch(() => undefined);
    },
    async subscribe(topic, listener) {
      const id = await pubsub.subscribe(topic, listener);
      return () => pubsub.unsubscribe(id);
    },
    async reachable() {
      // A connection that is gone keeps a PING until it is back.
      return publisher.status === 'ready' && (await publisher.ping()) === 'PONG';
    },
    async close() {
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
