import { isDeepStrictEqual } from 'node:util';
import type { Sql } from './sql';

interface Waiting {
  organisationId: string | null;
  statement: Sql;
  rows: Promise<readonly unknown[]>;
}

/**
 * Reads that are the same to the letter, for the same organisation, and wait at the same moment are one: an event wakes
 * all who listen to it at once, screens that hang side by side ask for the same board, and colleagues see the same of
 * both. A statement that has left is joined by nobody: what it finds may be older than what the next one was told of.
 */
export class ReadsTogether {
  /** Of the whole process: a request goes from one subgraph's database to the next. */
  private static underWay = 0;
  /** By text: what is asked for is compared with those few only. */
  private readonly waiting = new Map<string, Waiting[]>();

  async read<T>(
    organisationId: string | null,
    statement: Sql,
    begin: (leaves: () => void) => Promise<T[]>,
  ): Promise<T[]> {
    const alike = this.waiting.get(statement.text);
    const same = alike?.find(
      (other) => other.organisationId === organisationId && isSame(other.statement, statement),
    );
    const rows = same?.rows ?? this.wait(organisationId, statement, begin);
    return [...((await rows) as readonly T[])];
  }

  private wait<T>(
    organisationId: string | null,
    statement: Sql,
    begin: (leaves: () => void) => Promise<T[]>,
  ): Promise<readonly T[]> {
    const leaves = () => this.left(one);
    const rows = this.inTurn(() => begin(leaves)).catch((error: unknown) => {
      leaves();
      throw error;
    });
    const one: Waiting = { organisationId, statement, rows };
    const alike = this.waiting.get(statement.text);
    if (alike) alike.push(one);
    else this.waiting.set(statement.text, [one]);
    return rows;
  }

  private left(one: Waiting): void {
    const { text } = one.statement;
    const others = this.waiting.get(text)?.filter((other) => other !== one);
    if (others?.length) this.waiting.set(text, others);
    else this.waiting.delete(text);
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

/** Of statements with the same text. */
function isSame(one: Sql, other: Sql): boolean {
  return (
    one.planned === other.planned &&
    one.values.every((value, at) => value === other.values[at] || isDeepStrictEqual(value, other.values[at]))
  );
}
