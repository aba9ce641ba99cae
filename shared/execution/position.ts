import type { Path } from 'graphql/jsutils/Path';

/** An object or a list of the answer, in the making. */
export type Holder = Record<string | number, unknown>;

/**
 * A place in the answer: a field's or a list item's. It knows the object or list that holds it, so that what comes
 * later, and the null of a failure, can be put there without a promise for each level above.
 */
export class Position implements Path {
  constructor(
    readonly prev: Position | undefined,
    readonly key: string | number,
    /** The type that the field is of; undefined for a list item. */
    readonly typename: string | undefined,
    readonly holder: Holder,
    readonly nullable: boolean,
  ) {}
}

export function pathOf(position: Position): (string | number)[] {
  return fromTheTop(position).map(({ key }) => key);
}

/** Where `a` stands in the answer relative to `b`: before it (negative) or after it; what is inside comes first. */
export function compareInAnswer(a: Position | undefined, b: Position | undefined): number {
  const left = fromTheTop(a);
  const right = fromTheTop(b);
  for (let depth = 0; depth < Math.min(left.length, right.length); depth += 1) {
    if (left[depth] === right[depth]) continue;
    const difference = rank(left[depth]!) - rank(right[depth]!);
    if (difference) return difference;
  }
  return right.length - left.length;
}

/** Lists are in their order; the keys of an object are in the order in which they were asked for. */
function rank({ key, holder }: Position): number {
  return typeof key === 'number' ? key : Object.keys(holder).indexOf(key);
}

function fromTheTop(position: Position | undefined): Position[] {
  const positions: Position[] = [];
  for (let at = position; at; at = at.prev) positions.push(at);
  return positions.reverse();
}
