import type { Width } from '../blocks';

/** Of columns beside each other: those with a fixed width get it, the others their shares of what is left. */
export function widthsOf(widths: readonly Width[], whole: number, gap: number): number[] {
  const fixed = widths.reduce((sum, width) => sum + ('points' in width ? width.points : 0), 0);
  const shares = widths.reduce((sum, width) => sum + ('share' in width ? width.share : 0), 0);
  const left = Math.max(0, whole - fixed - gap * (widths.length - 1));
  return widths.map((width) => ('points' in width ? width.points : (left * width.share) / shares));
}
