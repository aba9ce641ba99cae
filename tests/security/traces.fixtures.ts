const IDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** Finds in a text what can only come from one organisation: ids of its records, and the word in its names. */
export const traces =
  (ids: ReadonlySet<string>, marker: string) =>
  (text: string): string[] => {
    const found = [...text.matchAll(IDS)].map(([id]) => id.toLowerCase()).filter((id) => ids.has(id));
    return text.toLowerCase().includes(marker) ? [...found, marker] : found;
  };

const AT_ONCE = 8;

/** Does the work for each item, a few at a time, and keeps the order of the results. */
export async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE)
    results.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(work))));
  return results;
}

export const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
