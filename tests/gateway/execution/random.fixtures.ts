/** The same number for the same parts, on every machine and in every run. */
export function hashOf(...parts: readonly (string | number)[]): number {
  const text = parts.join('\u0001');
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mixed(hash);
}

/** Whether something that happens with this likelihood happens here: the same answer for the same parts. */
export const happens = (likelihood: number, ...parts: readonly (string | number)[]): boolean =>
  likelihood > 0 && hashOf(...parts) < likelihood * 2 ** 32;

/** A row of choices that a seed decides. */
export class Dice {
  private state: number;

  constructor(...seed: readonly (string | number)[]) {
    this.state = hashOf(...seed);
  }

  below(limit: number): number {
    this.state = (this.state + 0x9e3779b9) | 0;
    return mixed(this.state) % limit;
  }

  chance(likelihood: number): boolean {
    return this.below(1_000_000) < likelihood * 1_000_000;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }
}

/** Spreads a number's bits, so that numbers near each other end far apart. */
function mixed(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
