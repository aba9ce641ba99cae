import { type Client, createClient } from 'graphql-ws';
import type { Persisted } from '../generated/operations';
import { IS_NOT_KNOWN, Problem, persistedQuery } from './graph';

export type Standing = 'connecting' | 'live' | 'reconnecting';

/** A subscription that is never left: what it shows, and how it goes on. */
export interface Following<Data, Variables> {
  document: Persisted<Data, Variables>;
  /** `after` is undefined where the subscription may begin at once. */
  variables(after: string | undefined): Variables;
  /** Fetches what is shown, and says from which cursor on it is to be kept up: at first, and after a long absence. */
  fetch(): Promise<string | undefined>;
  /** Shows a payload; its cursor is where to go on. */
  take(data: Data): string;
}

/** Closed by the server because the token has ended, or its session. */
const CLOSED_FORBIDDEN = 4403;
const PING_EVERY_MS = 10_000;
const PONG_WITHIN_MS = 5_000;
const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 10_000;
/** What lasted so long was well; the next failure is the first again. */
const WELL_MS = 5_000;
/** A connection that is back before is not worth a word, as when the token is exchanged. */
const UNNOTICED_MS = 900;

/**
 * The socket and the subscriptions on it. Sends `change` when there is something else to say of the connection, and
 * `refused` when something may no longer be seen.
 */
export class Live extends EventTarget {
  standing: Standing = 'connecting';
  /** When the server was last heard of. */
  heardAt: Date | null = null;
  readonly #client: Client;
  readonly #abort = new AbortController();
  #late = 0;

  /** `token` gives null for those who need none; `forget` is told when it was refused. */
  constructor(token: () => Promise<string | null>, forget: () => void = () => {}) {
    super();
    let pong = 0;
    this.#client = createClient({
      url: `${location.protocol.replace('http', 'ws')}//${location.host}/graphql`,
      connectionParams: async () => {
        const given = await token();
        return given ? { authorization: `Bearer ${given}` } : {};
      },
      // We try again ourselves, because each attempt goes on behind another cursor.
      retryAttempts: 0,
      keepAlive: PING_EVERY_MS,
      on: {
        connected: () => this.#stand('live'),
        closed: (event) => {
          clearTimeout(pong);
          if ((event as CloseEvent).code === CLOSED_FORBIDDEN) forget();
          this.#lost();
        },
        message: () => this.#heard(),
        ping: (received) => {
          if (!received) pong = setTimeout(() => this.#client.terminate(), PONG_WITHIN_MS);
        },
        pong: (received) => {
          if (received) clearTimeout(pong);
        },
      },
    });
  }

  /** Until the page is left, or what is returned is called. */
  follow<Data, Variables>(following: Following<Data, Variables>): () => void {
    const own = new AbortController();
    void this.#run(following, AbortSignal.any([own.signal, this.#abort.signal]));
    return () => own.abort();
  }

  async close(): Promise<void> {
    this.#abort.abort();
    // What was connecting just then may be refused, and nobody waits for it any more.
    await Promise.resolve(this.#client.dispose()).catch(() => undefined);
  }

  async #run<Data, Variables>(following: Following<Data, Variables>, signal: AbortSignal): Promise<void> {
    let after: string | undefined;
    let isFetched = false;
    let failures = 0;
    while (!signal.aborted) {
      const begun = Date.now();
      try {
        if (!isFetched) after = await following.fetch();
        isFetched = true;
        await this.#subscribe(
          following,
          () => after,
          signal,
          (data) => {
            after = following.take(data);
          },
        );
      } catch (error) {
        const { code } = error as Problem;
        if (code === 'FORBIDDEN') {
          this.dispatchEvent(new Event('refused'));
          return;
        }
        // Without a cursor nothing can be resumed; with one that is too old neither.
        if (after === undefined || code === 'CURSOR_EXPIRED') isFetched = false;
        if (code === 'UNREACHABLE') this.#lost();
      }
      failures = Date.now() - begun > WELL_MS ? 1 : failures + 1;
      await pause(failures, signal);
    }
  }

  async #subscribe<Data, Variables>(
    { document, variables }: Following<Data, Variables>,
    after: () => string | undefined,
    signal: AbortSignal,
    take: (data: Data) => void,
  ): Promise<void> {
    const open = (query: string) => {
      let leave = () => {};
      const ended = new Promise<void>((resolve, reject) => {
        if (signal.aborted) return resolve();
        const extensions = persistedQuery(document.hash);
        leave = this.#client.subscribe<Data>(
          { query, variables: variables(after()) as Record<string, unknown>, extensions },
          {
            next: ({ data }) => data && take(data),
            error: (error) => reject(Array.isArray(error) ? Problem.of(error) : error),
            complete: resolve,
          },
        );
        signal.addEventListener('abort', leave);
      });
      return ended.finally(() => signal.removeEventListener('abort', leave));
    };
    try {
      // The protocol wants a text; an empty one is none.
      await open('');
    } catch (error) {
      if ((error as Problem).code !== IS_NOT_KNOWN) throw error;
      await open(document.text);
    }
  }

  #heard(): void {
    this.heardAt = new Date();
    this.dispatchEvent(new Event('change'));
  }

  #lost(): void {
    if (this.#late || this.#abort.signal.aborted) return;
    this.#late = setTimeout(() => this.#stand('reconnecting'), UNNOTICED_MS);
  }

  #stand(standing: Standing): void {
    clearTimeout(this.#late);
    this.#late = 0;
    this.standing = standing;
    this.dispatchEvent(new Event('change'));
  }
}

/** Longer each time, not all clients at once, and over as soon as the network is back. */
function pause(failures: number, signal: AbortSignal): Promise<void> {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, longest * (0.5 + Math.random() / 2));
    addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
