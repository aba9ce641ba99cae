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
  const strings = [parts[0]!];
  const values: unknown[] = [];
  let planned: Planned = 'as PostgreSQL likes';
  inputs.forEach((input, index) => {
    const after = parts[index + 1]!;
    if (input instanceof Sql) {
      if (PRECEDENCE[input.planned] > PRECEDENCE[planned]) planned = input.planned;
      strings[strings.length - 1] += input.strings[0]!;
      strings.push(...input.strings.slice(1));
      values.push(...input.values);
      strings[strings.length - 1] += after;
    } else {
      strings.push(after);
      values.push(input);
    }
  });
  return new Sql(strings, values, planned);
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
  if (parts.length === 0) return empty;
  return parts.slice(1).reduce<Sql>((all, part) => sql`${all}${raw(separator)}${part}`, sql`${parts[0]}`);
}

/** As PostgreSQL writes an array of ids: pg would look into each for what must be escaped. */
export const idList = (ids: readonly string[]): string => `{${ids.join()}}`;
