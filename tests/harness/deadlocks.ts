/** The longest piece of a server's log that is read as one: who waited for whom, and the statements of both. */
const LINES_OF_ONE = 14;
const LONGEST_LINE = 300;
const MOST_SHOWN = 3;

/**
 * What a PostgreSQL's log says of transactions that waited for each other in a circle; null when none did. The program
 * repeats the one that the database gave up, so nothing but the log tells: under load it ends as BUSY.
 */
export function deadlocksIn(log: string): string | null {
  const lines = log.split('\n');
  const places = lines.flatMap((line, at) => (/ERROR: +deadlock detected/.test(line) ? [at] : []));
  if (places.length === 0) return null;
  const shown = places.slice(0, MOST_SHOWN).map((at) =>
    lines
      .slice(at, at + LINES_OF_ONE)
      .map((line) => line.slice(0, LONGEST_LINE))
      .join('\n'),
  );
  return `Transactions waited for each other in a circle ${places.length} times (docs/adr/0052-what-is-locked-first.md):\n${shown.join('\n…\n')}`;
}
