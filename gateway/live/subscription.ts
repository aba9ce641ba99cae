import type { FormattedExecutionResult } from 'graphql';
import type { Identity } from '../../shared/access/identity';
import { ApiError, unauthenticated } from '../../shared/errors';
import type { Happening, Listening } from '../../shared/live/happening';
import type { Log } from '../../shared/log';
import type { LiveCaller } from '../callers';
import type { GatewayContext } from '../context';
import type { Graph, Prepared } from '../graph';
import type { Bounds, EventLog } from './event-log';
import type { Feeds } from './feeds';
import { patiently, pauseOr } from './patiently';
import type { Reader } from './reader';
import { Refused, refusedBy } from './refused';

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
    private readonly reader: Reader,
    /** Who they were when their rights were looked at last. */
    private identity: Identity,
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
    const reader = parts.feeds.follow(organisationId, bounds.reached, listening, position);
    return new LiveSubscription(parts, prepared, caller, reader, context.identity);
  }

  next(): Promise<IteratorResult<FormattedExecutionResult>> {
    return this.told.next();
  }

  /** A generator that waits is not woken by its own `return`, and one that has not begun ends without its `finally`. */
  return(): Promise<IteratorResult<FormattedExecutionResult>> {
    this.abort.abort();
    this.reader.leave();
    return this.told.return(undefined);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private async *follow(): AsyncGenerator<FormattedExecutionResult> {
    const { reader } = this;
    const { everyMs } = reader.listening;
    const { signal } = this.abort;
    try {
      while (!signal.aborted) {
        const heard = await patiently(() => reader.next(), signal);
        if (heard.length === 0) {
          if (!signal.aborted) await patiently(() => this.lookAtRights(), signal);
          continue;
        }
        for (const happening of everyMs ? heard.toReversed() : heard) {
          const told = await patiently(() => this.tell(happening), signal);
          if (!told) continue;
          yield told;
          // The latest that is for this subscriber stands for those before it.
          if (everyMs) break;
        }
        if (everyMs) await pauseOr(everyMs, signal);
      }
    } catch (error) {
      throw refusedBy(error, this.parts.log).errors[0];
    } finally {
      reader.leave();
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
    const { identity } = context;
    if (identity === this.identity) return;
    if (JSON.stringify(identity) !== JSON.stringify(this.identity))
      await listeningOf(this.parts.graph, this.prepared, context);
    this.identity = identity;
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
