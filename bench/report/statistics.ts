/** The middle one, or between the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value that `percent` of the values do not exceed (nearest rank). */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = ascending(values);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)]!;
}

export interface Spread {
  median: number;
  least: number;
  most: number;
}

/** Over the rounds of a run: the median, and how far the rounds lay apart. */
export function spread(values: readonly number[]): Spread {
  const sorted = ascending(values);
  return { median: median(sorted), least: sorted[0]!, most: sorted.at(-1)! };
}

function ascending(values: readonly number[]): number[] {
  if (values.length === 0) throw new RangeError('There are no values.');
  return [...values].sort((a, b) => a - b);
}
