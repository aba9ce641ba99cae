/** How much there is in the database; a quarter of it belongs to the second organisation. */
export interface Sizes {
  customers: number;
  vehicles: number;
  jobCards: number;
}

export const FULL: Sizes = { customers: 40_000, vehicles: 60_000, jobCards: 100_000 };
/** For the check that takes a minute: enough for a full board in one service centre. */
export const SMALL: Sizes = { customers: 800, vehicles: 1_200, jobCards: 2_000 };
