/**
 * When PostgreSQL plans a statement: once for any values, or each time for those at hand. `whichever`: as it likes or
 * once, as the session happens to be set.
 */
export type Planned = 'as PostgreSQL likes' | 'whichever' | 'once' | 'each time';

const PRECEDENCE: Record<Planned, number> = {
  'as PostgreSQL likes': 0,
  whichever: 1,
  once: 2,
  'each time': 3,
};

/**
 * SQL as a tagged template: values become parameters, fragments nest. Only `raw` puts text into the statement,
 * and it is for names that come from the entities' metadata.
 */
export class Sql {
  private numbered: string | null = null;

  constructor(
    readonly strings: readonly string[],
    readonly values: readonly unknown[],
    readonly planned: Planned = 'as PostgreSQL likes',
  ) {}

  /** The statement with $1, $2 … */
  get text(): string {
    this.numbered ??= this.strings.reduce((text, part, index) => `${text}$${index}${part}`);
    return this.numbered;
  }
}

export function sql(parts: TemplateStringsArray, ...inputs: unknown[]): Sql {
  const made = new Statement(parts[0]!);
  for (let at = 0; at < inputs.length; at += 1) made.add(inputs[at], parts[at + 1]!);
  return made.sql();
}

/** One that is being put together. */
class Statement {
  private readonly strings: string[];
  private readonly values: unknown[] = [];
  private planned: Planned = 'as PostgreSQL likes';

  constructor(start: string) {
    this.strings = [start];
  }

  add(input: unknown, after: string): void {
    if (input instanceof Sql) this.addFragment(input, after);
    else {
      this.strings.push(after);
      this.values.push(input);
    }
  }

  sql(): Sql {
    return new Sql(this.strings, this.values, this.planned);
  }

  private addFragment({ strings, values, planned }: Sql, after: string): void {
    if (PRECEDENCE[planned] > PRECEDENCE[this.planned]) this.planned = planned;
    this.strings[this.strings.length - 1] += strings[0]!;
    for (let at = 1; at < strings.length; at += 1) this.strings.push(strings[at]!);
    for (const value of values) this.values.push(value);
    this.strings[this.strings.length - 1] += after;
  }
}

export const raw = (text: string): Sql => new Sql([text], []);

export const empty = raw('');

/**
 * For a condition that lets few rows through or many, depending on its value: PostgreSQL plans the statement for
 * the values at hand, which costs about as much as finding a page does.
 */
export const plannedEachTime = ({ strings, values }: Sql): Sql => new Sql(strings, values, 'each time');

/** For a statement that has one good plan, which PostgreSQL would go on looking for. */
export const plannedOnce = ({ strings, values }: Sql): Sql => new Sql(strings, values, 'once');

/** For a condition by key, whose plan is the same however it was made. */
export const plannedWhichever = ({ strings, values }: Sql): Sql => new Sql(strings, values, 'whichever');

/** `join([a, b], ' and ')`; parts may be fragments or plain values. */
export function join(parts: readonly unknown[], separator = ', '): Sql {
  const made = new Statement('');
  for (let at = 0; at < parts.length; at += 1) made.add(parts[at], at < parts.length - 1 ? separator : '');
  return made.sql();
}

/** As PostgreSQL writes an array of ids: pg would look into each for what must be escaped. */
export const idList = (ids: readonly string[]): string => `{${ids.join()}}`;
