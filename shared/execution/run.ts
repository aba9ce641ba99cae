import type { FieldNode } from 'graphql';
import type { Compilation } from './compilation';
import { Failure } from './failure';
import { isPromise } from './is-promise';
import type { Position } from './position';

/** One execution of one operation: what its resolvers are given, what is still to come, and what has failed. */
export class Run {
  readonly failures: Failure[] = [];
  /** A failure found no place that may be null. */
  lost = false;
  private pending = 0;
  private whenIdle: () => void = () => {};

  constructor(
    readonly compilation: Compilation,
    readonly variables: Record<string, unknown>,
    readonly context: unknown,
  ) {}

  /** Puts what the promise gives into its place when it comes. Undefined stands there until then. */
  later(
    promise: PromiseLike<unknown>,
    at: Position,
    nodes: readonly FieldNode[],
    finish: (value: unknown) => unknown,
  ): undefined {
    this.pending += 1;
    // Promise.resolve gives a promise back as it is, and keeps us from thenables that call back at once or twice.
    Promise.resolve(promise).then(
      (value) => {
        try {
          at.holder[at.key] = finish(value);
        } catch (thrown) {
          this.failLater(thrown, at, nodes);
        }
        this.arrived();
      },
      (reason) => {
        this.failLater(reason, at, nodes);
        this.arrived();
      },
    );
    return undefined;
  }

  /** Waits for the promises of a list whose place in the answer is gone, and takes nothing from them. */
  abandon(value: unknown): void {
    if (Array.isArray(value)) for (const item of value) this.abandon(item);
    if (!isPromise(value)) return;
    this.pending += 1;
    const arrived = (inner?: unknown) => {
      this.abandon(inner);
      this.arrived();
    };
    Promise.resolve(value).then(arrived, () => arrived());
  }

  /** Null where the place may be null; otherwise the failure goes on to the place above. */
  failNow(thrown: unknown, at: Position, nodes: readonly FieldNode[]): null {
    const failure = Failure.at(at, nodes, thrown);
    if (!at.nullable) throw failure;
    this.record(failure, at);
    return null;
  }

  /** The failure of the answer as a whole. */
  lose(failure: Failure): void {
    this.lost = true;
    this.record(failure, undefined);
  }

  /** Nothing is to come any more. */
  get isIdle(): boolean {
    return this.pending === 0;
  }

  /** Calls back after the last of the promises that are waited for. */
  onceIdle(callback: () => void): void {
    this.whenIdle = callback;
  }

  /** The places above have been filled already, so the null is written into the nearest that may be null. */
  private failLater(thrown: unknown, at: Position, nodes: readonly FieldNode[]): void {
    const failure = Failure.at(at, nodes, thrown);
    let place: Position | undefined = at;
    while (place && !place.nullable) place = place.prev;
    if (!place) this.lost = true;
    else place.holder[place.key] = null;
    this.record(failure, place);
  }

  private record(failure: Failure, nulled: Position | undefined): void {
    failure.nulled = nulled;
    this.failures.push(failure);
  }

  private arrived(): void {
    this.pending -= 1;
    if (this.pending === 0) this.whenIdle();
  }
}
