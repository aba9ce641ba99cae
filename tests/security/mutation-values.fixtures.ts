import type { FilledShop } from './two-shops.fixtures';

type Records = ReadonlyMap<string, readonly string[]>;

/** Names of places for ids that do not say what they are ids of. */
const MEANT: Readonly<Record<string, string>> = {
  user: 'user_account',
  technician: 'user_account',
  manager: 'user_account',
  owner: 'customer',
};

/** What the schema cannot say is needed: one of several things, or something that is there. */
export const valuesFor = (command: string, { known }: FilledShop): Record<string, unknown> =>
  ({
    findCustomer: { 'input.email': known.email },
    findVehicle: { 'input.vin': known.vin },
    createCustomer: { 'input.lastName': 'Sample' },
    createUser: { 'input.email': 'someone@mail.example' },
  })[command] ?? {};

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * The table whose ids belong at a place: `input.serviceCentreIds` says it itself, for a plain `id` the command’s name
 * does, with the first thing that it names.
 */
export function tableFor(command: string, place: string, records: Records): string {
  const tables = new Map([...records.keys()].map((table) => [table.split('.')[1]!, table]));
  for (const [word, table] of Object.entries(MEANT)) tables.set(word, tables.get(table)!);
  const name = snake(place.split('.').at(-1)!);
  const thing = name === 'id' ? firstNamed(snake(command), [...tables.keys()]) : name.replace(/_ids?$/, '');
  const table = tables.get(thing ?? '');
  if (!table)
    throw new Error(`Whose ids does ${command} take as ${place}? Say so in mutation-values.fixtures.ts.`);
  return table;
}

function firstNamed(text: string, words: string[]): string | undefined {
  const named = words.filter((word) => text.includes(word));
  return named.sort((a, b) => text.indexOf(a) - text.indexOf(b) || b.length - a.length)[0];
}

/** An id of the right kind for each place: of each table the nth record, or the last. */
export function valuesFrom(
  records: Records,
  command: string,
  places: readonly string[],
  nth = 0,
): Record<string, string | undefined> {
  return Object.fromEntries(
    places.map((place) => {
      const ids = records.get(tableFor(command, place, records))!;
      return [place, ids[nth] ?? ids.at(-1)];
    }),
  );
}
