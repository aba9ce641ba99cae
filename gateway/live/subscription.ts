import type { FormattedExecutionResult } from 'graphql';
import { ApiError, unauthenticated } from '../../shared/errors';
import type { Happening, Listening } from '../../shared/live/happening';
import type { Log } from '../../shared/log';
import type { LiveCaller } from '../callers';
import type { GatewayContext } from '../context';
import type { Graph, Prepared } from '../graph';
import type { Bounds, EventLog } from './event-log';
import type { Feed } from './feed';
import type { Feeds } from './feeds';
import { patiently, pauseOr } from './patiently';
import { Refused, refusedBy } from './refused';

/** So often at least a subscriber's rights are looked at, whether anything happens or not. */
const LOOK_AT_RIGHTS_MS = 30_000;

export interface LiveParts {
  graph: Graph;
  feeds: Feeds;
  eventLog: EventLog;
  log: Log;
}

/**
 * A subscription from its beginning, live or behind a cursor, until the client leaves or may no longer see it. What it
 * tells is pulled: while a client takes nothing, nothing is read for it, and nothing kept.
 */
export class LiveSubscription implements AsyncIterableIterator<FormattedExecutionResult> {
  private readonly abort = new AbortController();
  private readonly told: AsyncGenerator<FormattedExecutionResult>;

  private constructor(
    private readonly parts: LiveParts,
    private readonly prepared: Prepared,
    private readonly caller: LiveCaller,
    private readonly start: { position: number; listening: Listening; rights: string; feed: Feed },
    private readonly leave: () => void,
  ) {
    this.told = this.follow();
  }

  static async open(parts: LiveParts, prepared: Prepared, caller: LiveCaller): Promise<LiveSubscription> {
    const context = await caller.now();
    const listening = await listeningOf(parts.graph, prepared, context);
    const organisationId = listening.organisationId ?? context.identity.organisationId;
    if (!organisationId) throw new Refused([unauthenticated()]);
    const bounds = await parts.eventLog.bounds(organisationId);
    const position = startOf(listening, bounds);
    const { feed, leave } = parts.feeds.follow(organisationId, bounds.reached);
    feed.look();
    const rights = JSON.stringify(context.identity);
    return new LiveSubscription(parts, prepared, caller, { position, listening, rights, feed }, leave);
  }

  next(): Promise<IteratorResult<FormattedExecutionResult>> {
    return this.told.next();
  }

  /** A generator that waits is not woken by its own `return`, and one that has not begun ends without its `finally`. */
  return(): Promise<IteratorResult<FormattedExecutionResult>> {
    this.abort.abort();
    this.leave();
    return this.told.return(undefined);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private async *follow(): AsyncGenerator<FormattedExecutionResult> {
    const { feed, listening } = this.start;
    const { signal } = this.abort;
    let { position } = this.start;
    try {
      while (!signal.aborted) {
        const reading = { listening, position };
        const heard = await patiently(() => feed.next(reading, LOOK_AT_RIGHTS_MS, signal), signal);
        position = heard.position;
        if (heard.happenings.length === 0) {
          if (!signal.aborted) await patiently(() => this.lookAtRights(), signal);
          continue;
        }
        for (const happening of listening.everyMs ? heard.happenings.toReversed() : heard.happenings) {
          const told = await patiently(() => this.tell(happening), signal);
          if (!told) continue;
          yield told;
          // The latest that is for this subscriber stands for those before it.
          if (listening.everyMs) break;
        }
        if (listening.everyMs) await pauseOr(listening.everyMs, signal);
      }
    } catch (error) {
      throw refusedBy(error, this.parts.log).errors[0];
    } finally {
      this.leave();
    }
  }

  /** Null when the event is not for this subscriber. */
  private async tell(happening: Happening): Promise<FormattedExecutionResult | null> {
    const context = await this.caller.now();
    await this.lookAtDocument(context);
    const { result, live } = await this.parts.graph.hear(this.prepared, happening, context);
    if (live.passedOver) return null;
    // The field itself was refused or failed: what comes next would be, too.
    if (!result.data) throw new Refused(result.errors ?? [unavailable()]);
    const { data, errors } = result;
    if (!errors) return { data };
    return { errors: this.parts.graph.shown(errors, context.facts.requestId), data };
  }

  /** What they may no longer subscribe to ends, also while nothing happens. */
  private async lookAtRights(): Promise<void> {
    const context = await this.caller.now();
    await this.lookAtDocument(context);
    const rights = JSON.stringify(context.identity);
    if (rights === this.start.rights) return;
    await listeningOf(this.parts.graph, this.prepared, context);
    this.start.rights = rights;
  }

  /** What was registered for a third party can be taken from it. A text of a first party is its own. */
  private async lookAtDocument(context: GatewayContext): Promise<void> {
    if (context.identity.kind === 'CLIENT') await this.parts.graph.requireRegistered(this.prepared, context);
  }
}

const unavailable = () => new ApiError('SUBGRAPH_UNAVAILABLE', 'The subscription cannot be answered now.');

async function listeningOf(graph: Graph, prepared: Prepared, context: GatewayContext): Promise<Listening> {
  const { result, live } = await graph.hear(prepared, null, context);
  if (live.listening) return live.listening;
  throw new Refused(result.errors?.length ? result.errors : [unavailable()]);
}

function startOf({ from }: Listening, { first, reached }: Bounds): number {
  if (from === undefined) return reached;
  const oldest = first === null ? reached : first - 1;
  if (from >= oldest && from <= reached) return from;
  throw new ApiError('CURSOR_EXPIRED', 'What happened since this cursor is no longer kept.');
}
