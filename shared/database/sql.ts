/**
 * SQL as a tagged template: values become parameters, fragments nest. Only `raw` puts text into the statement,
 * and it is for names that come from the entities' metadata.
 */
export class Sql {
  private numbered: string | null = null;

  constructor(
    readonly strings: readonly string[],
    readonly values: readonly unknown[],
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
  inputs.forEach((input, index) => {
    const after = parts[index + 1]!;
    if (input instanceof Sql) {
      strings[strings.length - 1] += input.strings[0]!;
      strings.push(...input.strings.slice(1));
      values.push(...input.values);
      strings[strings.length - 1] += after;
    } else {
      strings.push(after);
      values.push(input);
    }
  });
  return new Sql(strings, values);
}

export const raw = (text: string): Sql => new Sql([text], []);

export const empty = raw('');

/** `join([a, b], ' and ')`; parts may be fragments or plain values. */
export function join(parts: readonly unknown[], separator = ', '): Sql {
  return parts.slice(1).reduce<Sql>((all, part) => sql`${all}${raw(separator)}${part}`, sql`${parts[0]}`);
}
