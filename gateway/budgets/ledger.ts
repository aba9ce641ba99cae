/** One window of each account is a minute, beginning with the first charge. */
export const WINDOW_MS = 60_000;

/** What is to be taken from an account, of which so much may be taken in one window. */
export interface Charge {
  account: string;
  amount: number;
  allowed: number;
}

/** How an account stands: what was taken in its window, and when the window ends, in milliseconds. */
export interface Balance {
  used: number;
  resetsAt: number;
}

/** Balances in the order of the charges. */
export interface Outcome {
  taken: boolean;
  balances: readonly Balance[];
}

/** Keeps what was taken. Charges are taken together, or none of them where one has too little left. */
export interface Ledger {
  take(charges: readonly Charge[]): Outcome | Promise<Outcome>;
  /** The refusal of these charges where it is known without asking anybody; null says nothing. */
  foresee(charges: readonly Charge[]): Outcome | null;
  close(): void;
}
