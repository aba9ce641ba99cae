import type { Sql } from './sql';

/**
 * Reads that are the same to the letter, for the same organisation, and wait for a connection at the same moment are one:
 * an event wakes all who listen to it at once, and colleagues see the same of it. A statement that has left is joined by
 * nobody: what it finds may be older than what the next one was told of.
 */
export class ReadsTogether {
  private readonly waiting = new Map<string, Promise<readonly unknown[]>>();

  async read<T>(
    organisationId: string | null,
    { text, values, planned }: Sql,
    begin: (leaves: () => void) => Promise<T[]>,
  ): Promise<T[]> {
    const key = JSON.stringify([organisationId, planned, text, values]);
    let rows = this.waiting.get(key) as Promise<readonly T[]> | undefined;
    if (!rows) {
      const leaves = () => this.waiting.delete(key);
      rows = begin(leaves).catch((error: unknown) => {
        leaves();
        throw error;
      });
      this.waiting.set(key, rows);
    }
    return [...(await rows)];
  }
}
