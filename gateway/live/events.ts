import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FormattedExecutionResult } from 'graphql';

const KEEP_ALIVE_MS = 12_000;
/** For one event to leave our buffers. Nothing else is read for its subscription meanwhile. */
const TAKEN_WITHIN_MS = 10_000;

const HEAD = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  // What stands between must not wait for more before it passes on what there is.
  'X-Accel-Buffering': 'no',
};

/** A response as server-sent events, as graphql-sse reads them. Who does not take them is sent away. */
export class Events {
  constructor(
    private readonly response: ServerResponse,
    private readonly takenWithinMs = TAKEN_WITHIN_MS,
  ) {}

  /** Opens the stream at once, and tells until there is no more, or the client has left. */
  async tell(results: AsyncIterable<FormattedExecutionResult>): Promise<void> {
    const { response } = this;
    response.writeHead(200, HEAD);
    response.write(':\n\n');
    const alive = setInterval(() => response.write(':\n\n'), KEEP_ALIVE_MS).unref();
    response.once('close', () => clearInterval(alive));
    for await (const result of results) {
      await this.next(result);
      if (this.isOver) return;
    }
    this.complete();
  }

  async next(result: FormattedExecutionResult): Promise<void> {
    const { response } = this;
    if (this.isOver || response.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`)) return;
    const tooSlow = setTimeout(() => response.destroy(), this.takenWithinMs);
    await Promise.race([once(response, 'drain'), once(response, 'close')]);
    clearTimeout(tooSlow);
  }

  complete(): void {
    if (!this.isOver) this.response.end('event: complete\ndata:\n\n');
  }

  /** The client has left, or was told that there is no more: by whoever ended its session, for one. */
  private get isOver(): boolean {
    return this.response.destroyed || this.response.writableEnded;
  }
}
