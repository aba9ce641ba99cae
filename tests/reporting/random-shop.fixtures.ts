import { randomUUID } from 'node:crypto';
import { randomMoney } from './random-money.fixtures';
import { randomStock } from './random-stock.fixtures';
import { randomWork } from './random-work.fixtures';

export type Query = <T extends object>(text: string, values?: unknown[]) => Promise<T[]>;
export type Row = Record<string, unknown>;
export type Tables = [table: string, rows: Row[]][];

const DAY = 24 * 3_600_000;

/** The same numbers each time. */
export function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return { below, one: <T>(of: readonly T[]): T => of[below(of.length)]!, chance: (p: number) => next() < p };
}

/** Written past foreign keys and triggers, as what happened long ago cannot be made by commands. */
export async function insert(query: Query, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(rows[0]!).join(', ');
  await query(
    `insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

export interface RandomShop {
  organisationId: string;
  centres: readonly string[];
  technicians: readonly string[];
  serviceItems: readonly string[];
  parts: readonly string[];
  suppliers: readonly string[];
  customers: readonly string[];
}

interface Making {
  query: Query;
  organisationId: string;
  centres: readonly string[];
  technicians: readonly string[];
  seed: number;
  /** The last instant that something may happen at, and how many days it goes back from there. */
  until: Date;
  days: number;
  many: number;
  /** A second currency makes some of the documents foreign. */
  currencies: readonly string[];
}

export type Tools = ReturnType<typeof toolsOf>;

function toolsOf({ organisationId, centres, technicians, seed, until, days, many, currencies }: Making) {
  const rolled = dice(seed);
  const { below } = rolled;
  const ids = (n: number): string[] => Array.from({ length: n }, () => randomUUID());
  return {
    ...rolled,
    centres,
    technicians,
    until,
    days,
    many,
    currencies,
    customers: ids(5),
    serviceItems: ids(3),
    parts: ids(4),
    suppliers: ids(3),
    /** Thickest around midnight of UTC, so that days of three zones part them in three ways. */
    at(): Date {
      const midnight = Math.floor((until.getTime() - below(days) * DAY) / DAY) * DAY;
      const instant = midnight + (below(24 * 60) - 12 * 60) * 60_000 + below(60_000);
      return new Date(Math.min(instant, until.getTime()));
    },
    later: (from: Date, hours: number): Date =>
      new Date(Math.min(from.getTime() + below(hours * 3600) * 1000, until.getTime())),
    some: <T>(n: number, make: (n: number) => T): T[] => Array.from({ length: n }, (_, k) => make(k)),
    record: (created: Date) => ({
      organisation_id: organisationId,
      id: randomUUID() as string,
      version: 1,
      created_at: created,
      updated_at: created,
    }),
    number: (prefix: string, n: number): string => `${prefix}-${String(500_000 + n)}`,
  };
}

/** Something of everything that reports tell of, at random. */
export async function makeRandomShop(making: Making): Promise<RandomShop> {
  const { query, organisationId } = making;
  const tools = toolsOf(making);
  await query("set session_replication_role = 'replica'");
  try {
    for (const make of [randomWork, randomMoney, randomStock])
      for (const [table, rows] of make(tools)) await insert(query, table, rows);
  } finally {
    await query("set session_replication_role = 'origin'");
  }
  const { centres, technicians, serviceItems, parts, suppliers, customers } = tools;
  return { organisationId, centres, technicians, serviceItems, parts, suppliers, customers };
}
