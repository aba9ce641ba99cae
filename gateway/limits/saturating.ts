/**
 * Arithmetic that stops at the largest safe integer. Fragments that spread each other twice reach infinity after
 * a thousand of them, and infinity times nothing is not a number, which is never more than a limit.
 */
export const add = (left: number, right: number): number => Math.min(left + right, Number.MAX_SAFE_INTEGER);

export const multiply = (left: number, right: number): number =>
  Math.min(left * right, Number.MAX_SAFE_INTEGER);
