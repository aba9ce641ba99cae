import type { Question } from './questions';

/** Of what the statement gives, as many columns as the answer has are compared; the others are what else is counted. */
export function requireSame(
  { name, told }: Question,
  answer: Readonly<Record<string, unknown>>,
  found: readonly unknown[][],
): void {
  const ours = told(answer);
  const columns = ours[0]?.length ?? 0;
  const shown = (rows: readonly (readonly unknown[])[]) =>
    rows
      .map((row) => row.slice(0, columns).map(textOf).join(' '))
      .sort()
      .join('\n');
  const [one, other] = [shown(ours), shown(found)];
  if (one !== other || columns === 0)
    throw new Error(`${name} is not what SQL says:\n${one.slice(0, 600)}\n\n${other.slice(0, 600)}`);
}

/** Numbers come as text or not, with or without decimals. */
const textOf = (value: unknown): string =>
  value !== null && value !== '' && Number.isFinite(Number(value)) ? String(Number(value)) : String(value);
