import type { Sql } from './sql';

/**
 * Reads that are the same to the letter, for the same organisation, and wait at the same moment are one: an event wakes
 * all who listen to it at once, screens that hang side by side ask for the same board, and colleagues see the same of
 * both. A statement that has left is joined by nobody: what it finds may be older than what the next one was told of.
 */
export class ReadsTogether {
  /** Of the whole process: a request goes from one subgraph's database to the next. */
  private static underWay = 0;
  private readonly waiting = new Map<string, Promise<readonly unknown[]>>();

  async read<T>(
    organisationId: string | null,
    { text, values, planned }: Sql,
    begin: (leaves: () => void) => Promise<T[]>,
  ): Promise<T[]> {
    const key = `${text}\n${planned}\n${JSON.stringify([organisationId, values])}`;
    let rows = this.waiting.get(key) as Promise<readonly T[]> | undefined;
    if (!rows) {
      const leaves = () => this.waiting.delete(key);
      rows = this.inTurn(() => begin(leaves)).catch((error: unknown) => {
        leaves();
        throw error;
      });
      this.waiting.set(key, rows);
    }
    return [...(await rows)];
  }

  /** While others are under way, a read leaves with all that this turn of the event loop brings. Alone, it leaves at once. */
  private async inTurn<T>(begin: () => Promise<T>): Promise<T> {
    ReadsTogether.underWay += 1;
    try {
      if (ReadsTogether.underWay > 1) await new Promise((go) => setImmediate(go));
      return await begin();
    } finally {
      ReadsTogether.underWay -= 1;
    }
  }
}
