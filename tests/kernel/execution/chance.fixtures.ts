/** A number in [0, 1) that depends on the words alone: the same whoever asks, when and in which order. */
export function chanceOf(...words: (string | number)[]): number {
  let hash = 2_166_136_261;
  for (const word of words) {
    const text = String(word);
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
    hash = Math.imul(hash ^ 0x7c, 16_777_619);
  }
  let mixed = Math.imul(hash ^ (hash >>> 15), 1 | hash);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

export const pickBy = <T>(chance: number, items: readonly T[]): T =>
  items[Math.floor(chance * items.length)]!;
