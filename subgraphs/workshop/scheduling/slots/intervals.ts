/** From one instant up to and without the other, in milliseconds. */
export interface Interval {
  from: number;
  until: number;
}

/** In order, with those that meet or overlap made one. */
export function merged(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const { from, until } of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (until <= from) continue;
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else result.push({ from, until });
  }
  return result;
}

/** What is in both; each is merged. */
export function intersection(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  let a = 0;
  let b = 0;
  while (a < some.length && b < others.length) {
    const from = Math.max(some[a]!.from, others[b]!.from);
    const until = Math.min(some[a]!.until, others[b]!.until);
    if (from < until) result.push({ from, until });
    if (some[a]!.until < others[b]!.until) a += 1;
    else b += 1;
  }
  return result;
}

/** What is in the first and not in the second; each is merged. */
export function without(some: readonly Interval[], taken: readonly Interval[]): Interval[] {
  return some.flatMap(({ from, until }) => {
    const left: Interval[] = [];
    let begin = from;
    for (const hole of taken) {
      if (hole.until <= begin || hole.from >= until) continue;
      if (hole.from > begin) left.push({ from: begin, until: hole.from });
      begin = Math.max(begin, hole.until);
    }
    if (begin < until) left.push({ from: begin, until });
    return left;
  });
}

/** The first of merged intervals that ends after an instant: its index, or their number. */
export function firstEndingAfter(intervals: readonly Interval[], instant: number): number {
  let low = 0;
  let high = intervals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (intervals[middle]!.until > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function overlapsAny(intervals: readonly Interval[], from: number, until: number): boolean {
  const next = intervals[firstEndingAfter(intervals, from)];
  return next !== undefined && next.from < until;
}

export const containsInstant = (intervals: readonly Interval[], instant: number): boolean =>
  overlapsAny(intervals, instant, instant + 1);
