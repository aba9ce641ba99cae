import { isDeepStrictEqual } from 'node:util';
import { RecentlyUsed } from '../recently-used';
import type { Sql } from './sql';

interface Asked {
  organisationId: string | null;
  statement: Sql;
}

interface Waiting extends Asked {
  rows: Promise<readonly unknown[]>;
}

type Begin<T> = (leaves: () => void) => Promise<T[]>;

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
  private readonly company = new RecentlyUsed<Company>(MOST_TEXTS);

  async read<T>(organisationId: string | null, statement: Sql, begin: Begin<T>): Promise<T[]> {
    const asked: Asked = { organisationId, statement };
    const same = this.waiting.get(statement.text)?.find((other) => isSame(other, asked));
    if (same) this.companyOf(statement).found();
    const rows = same?.rows ?? this.wait(asked, begin);
    return [...((await rows) as readonly T[])];
  }

  private wait<T>(asked: Asked, begin: Begin<T>): Promise<readonly T[]> {
    const { text } = asked.statement;
    const leaves = () => this.left(one);
    const rows = this.inTurn(asked, () => begin(leaves)).catch((error: unknown) => {
      leaves();
      throw error;
    });
    const one: Waiting = { ...asked, rows };
    const alike = this.waiting.get(text);
    if (alike) alike.push(one);
    else this.waiting.set(text, [one]);
    return rows;
  }

  private left(one: Waiting): void {
    const { text } = one.statement;
    const others = this.waiting.get(text)?.filter((other) => other !== one);
    if (others?.length) this.waiting.set(text, others);
    else this.waiting.delete(text);
  }

  /**
   * While others are under way, a read leaves with all that this turn of the event loop brings, if it is one that has
   * had company. Alone, it leaves at once.
   */
  private async inTurn<T>(asked: Asked, begin: () => Promise<T>): Promise<T> {
    ReadsTogether.underWay += 1;
    try {
      if (ReadsTogether.underWay > 1 && this.companyOf(asked.statement).isAwaitedBy(asked)) await turn();
      return await begin();
    } finally {
      ReadsTogether.underWay -= 1;
    }
  }

  private companyOf({ text }: Sql): Company {
    let company = this.company.get(text);
    if (!company) {
      company = new Company();
      this.company.set(text, company);
    }
    return company;
  }
}

/** Texts that are in use at a time. */
const MOST_TEXTS = 500;
/** So many reads in a row may wait for company in vain. */
const PATIENCE = 16;

const turn = (): Promise<void> => new Promise((go) => setImmediate(go));

/** Whether reads of one text are worth waiting for: a search is hardly ever the same as another, a board often. */
class Company {
  private patience = PATIENCE;
  /** Those of this turn that did not wait. */
  private passing: Asked[] = [];

  found(): void {
    this.patience = PATIENCE;
  }

  isAwaitedBy(asked: Asked): boolean {
    if (this.patience > 0) {
      this.patience -= 1;
      return true;
    }
    if (this.passing.some((other) => isSame(other, asked))) this.found();
    if (!this.passing.length) setImmediate(() => this.passing.splice(0));
    this.passing.push(asked);
    return false;
  }
}

const isSame = (one: Asked, other: Asked): boolean =>
  one.organisationId === other.organisationId &&
  one.statement.planned === other.statement.planned &&
  one.statement.values.every((value, at) => {
    const against = other.statement.values[at];
    return value === against || isDeepStrictEqual(value, against);
  });
