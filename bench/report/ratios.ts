import { cellsOf, type Figures, type Of } from '../measure/rounds';

/** Requests a second of the first to those of the second, round by round; null where one was not measured. */
export function ratios(figures: Figures, first: Of, second: Of): number[] | null {
  const [above, below] = [cellsOf(figures, first), cellsOf(figures, second)];
  if (!above.length || !below.length) return null;
  return above.map(({ perSecond }, round) => perSecond / below[round]!.perSecond);
}
