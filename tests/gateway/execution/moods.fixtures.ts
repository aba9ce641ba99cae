import type { Mood } from './world.fixtures';

const calm: Mood = {
  seed: 0,
  nulls: 0.1,
  forbiddenNulls: 0,
  throwing: 0,
  lostEntities: 0,
  unavailable: 0,
  invalid: 0,
  misshapen: 0,
};

/** From subgraphs as they should be to such that send anything. */
export const MOODS = {
  calm,
  uneasy: {
    ...calm,
    nulls: 0.15,
    forbiddenNulls: 0.015,
    throwing: 0.03,
    lostEntities: 0.1,
    unavailable: 0.03,
  },
  invalid: { ...calm, invalid: 0.5, lostEntities: 0.03 },
  misshapen: { ...calm, misshapen: 0.4, throwing: 0.01 },
} as const satisfies Record<string, Mood>;

export type MoodName = keyof typeof MOODS;
