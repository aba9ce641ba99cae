import { EventEmitter } from 'node:events';
import { RedisPubSub } from 'graphql-redis-subscriptions';
import { Redis } from 'ioredis';
import type { Log } from '../log';
import type { Happening } from './happening';

/**
 * Live topics: a word to whoever listens that something happened. Who listens in this process is told at first hand.
 * Between processes words carry no data and may be lost; the database is the truth, and a listener reads it from where
 * it is.
 */
export class Topics {
  private readonly here = new EventEmitter().setMaxListeners(0);

  private constructor(private readonly elsewhere: Bus | null) {}

  static inMemory(): Topics {
    return new Topics(null);
  }

  static overRedis(url: string, log: Log): Topics {
    return new Topics(redisBus(url, log));
  }

  /** This stands in the organisation's log now. Who listens in this process need not read it there. */
  happened(organisationId: string, happenings: readonly Happening[]): void {
    const { position } = happenings.at(-1)!;
    setImmediate(() => this.here.emit('reached', { organisationId, position, happenings }));
    this.elsewhere?.publish('reached', { organisationId, position });
  }

  onHappened(listener: (happened: Happened) => void): Promise<Unsubscribe> {
    return this.subscribe('reached', listener);
  }

  /**
   * These records were changed. Who listens in this process hears of it before the change is answered, so that what
   * it remembers is never older than an answer that it has given; the other processes hear of it a little later.
   */
  changed(organisationId: string, subjects: readonly string[]): void {
    this.here.emit('changed', { organisationId, subjects });
    this.elsewhere?.publish('changed', { organisationId, subjects });
  }

  onChanged(listener: (change: Change) => void): Promise<Unsubscribe> {
    return this.subscribe('changed', listener);
  }

  /** What the gateway remembers about who may do what is out of date for this organisation. */
  accessChanged(organisationId: string): void {
    setImmediate(() => this.here.emit('access', { organisationId }));
    this.elsewhere?.publish('access', { organisationId });
  }

  onAccessChanged(listener: (message: { organisationId: string }) => void): Promise<Unsubscribe> {
    return this.subscribe('access', listener);
  }

  /** Whether words get through; null where there is nothing between those who speak and those who listen. */
  reachable(): Promise<boolean> | null {
    return this.elsewhere?.reachable() ?? null;
  }

  async close(): Promise<void> {
    this.here.removeAllListeners();
    await this.elsewhere?.close();
  }

  private async subscribe<M>(topic: string, listener: (message: M) => void): Promise<Unsubscribe> {
    this.here.on(topic, listener);
    const unsubscribe = await this.elsewhere?.subscribe(topic, listener);
    return () => {
      this.here.off(topic, listener);
      unsubscribe?.();
    };
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
  position: number;
  /** The last of it, when this process has written that. */
  happenings?: readonly Happening[];
}

interface Bus {
  publish(topic: string, message: object): void;
  subscribe<M>(topic: string, listener: (message: M) => void): Promise<Unsubscribe>;
  reachable(): Promise<boolean>;
  close(): Promise<void>;
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
