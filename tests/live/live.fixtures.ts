import type { Member } from '../harness/shop';

/** Where the log stands: a subscription behind it misses nothing of what the test does next. */
export async function cursorOf({ client }: Member): Promise<string> {
  return (await client.ask<{ liveCursor: string }>('{ liveCursor }')).liveCursor;
}
