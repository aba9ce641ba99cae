import type { Question } from './questions/question';

const MOST_SHOWN = 600;

/** How the two differ, or null. Of what the statement gives, as many columns as the answer has are compared; the others are what else is counted. */
export function differenceOf(
  { told }: Question,
  answer: Readonly<Record<string, unknown>>,
  found: readonly unknown[][],
): string | null {
  const ours = told(answer);
  const columns = ours[0]?.length ?? 0;
  const shown = (rows: readonly (readonly unknown[])[]) =>
    rows
      .map((row) => row.slice(0, columns).map(textOf).join(' '))
      .sort()
      .join('\n');
  const [one, other] = [shown(ours), shown(found)];
  if (one === other && columns > 0) return null;
  return `${one.slice(0, MOST_SHOWN)}\n\n${other.slice(0, MOST_SHOWN)}`;
}

/** Numbers come as text or not, with or without decimals. */
const textOf = (value: unknown): string =>
  value !== null && value !== '' && Number.isFinite(Number(value)) ? String(Number(value)) : String(value);
