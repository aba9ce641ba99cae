import type { Pen } from '../pen';

/** A block that knows its height in a certain width. */
export interface Laid {
  height: number;
  draw(pen: Pen, x: number, y: number): void;
  /**
   * What fits into `room`, and the rest; null when nothing sensible fits, or when it is kept whole. `page` is the room
   * of an empty page: what is higher than that has to be split whatever it is.
   */
  split(room: number, page: number): [Laid, Laid] | null;
}

export const unsplit = (): null => null;

/** The parts below each other. */
export function stacked(parts: readonly Laid[], gap = 0): Laid {
  const height = parts.reduce((sum, part) => sum + part.height, 0) + gap * Math.max(0, parts.length - 1);
  return {
    height,
    draw(pen, x, y) {
      let at = y;
      for (const part of parts) {
        part.draw(pen, x, at);
        at += part.height + gap;
      }
    },
    split(room, page) {
      let used = 0;
      for (const [index, part] of parts.entries()) {
        if (used + part.height <= room) {
          used += part.height + gap;
          continue;
        }
        const halves = part.split(room - used, page);
        const before = [...parts.slice(0, index), ...(halves ? [halves[0]] : [])];
        const after = [...(halves ? [halves[1]] : [part]), ...parts.slice(index + 1)];
        return before.length ? [stacked(before, gap), stacked(after, gap)] : null;
      }
      return null;
    },
  };
}

/** Not split, as long as it fits on a page. */
export const together = (whole: Laid): Laid => ({
  ...whole,
  split: (room, page) => (whole.height <= page ? null : whole.split(room, page)),
});

export interface Placed {
  x: number;
  laid: Laid;
}

/** The parts beside each other, all from the top. */
export function abreast(parts: readonly Placed[]): Laid {
  return {
    height: Math.max(0, ...parts.map(({ laid }) => laid.height)),
    draw(pen, x, y) {
      for (const part of parts) part.laid.draw(pen, x + part.x, y);
    },
    split(room, page) {
      const halves = parts.map(({ x, laid }) => {
        const [first, rest] =
          laid.height <= room ? [laid, NOTHING] : (laid.split(room, page) ?? [null, laid]);
        return { x, first, rest };
      });
      if (halves.every(({ first }) => first === null || first.height === 0)) return null;
      const side = (which: 'first' | 'rest') =>
        abreast(halves.map((half) => ({ x: half.x, laid: half[which] ?? NOTHING })));
      return [side('first'), side('rest')];
    },
  };
}

const NOTHING: Laid = { height: 0, draw: () => {}, split: unsplit };

/** With room around it. */
export function padded(inner: Laid, sides: { left: number; top: number; bottom: number }): Laid {
  const around = sides.top + sides.bottom;
  return {
    height: inner.height + around,
    draw: (pen, x, y) => inner.draw(pen, x + sides.left, y + sides.top),
    split(room, page) {
      const halves = inner.split(room - around, page - around);
      return halves && [padded(halves[0], sides), padded(halves[1], sides)];
    },
  };
}
