import type { Clock } from '../../shared/clock';
import { type Balance, type Charge, type Ledger, type Outcome, WINDOW_MS } from './ledger';

/** Accounts that are kept; beyond, those whose window began first are forgotten: a flood of addresses is no leak. */
const MOST_ACCOUNTS = 50_000;

/** What this process knows was taken. */
export class MemoryLedger implements Ledger {
  private readonly accounts = new Map<string, Balance>();

  constructor(private readonly clock: Clock) {}

  take(charges: readonly Charge[]): Outcome {
    const now = this.clock.now().getTime();
    const balances = charges.map(({ account }) => this.balance(account, now));
    if (!fits(charges, balances)) return { taken: false, balances };
    const after = charges.map(({ account, amount }, index) => {
      const { used, resetsAt } = balances[index]!;
      return this.keep(account, { used: used + amount, resetsAt });
    });
    return { taken: true, balances: after };
  }

  foresee(charges: readonly Charge[]): Outcome | null {
    const now = this.clock.now().getTime();
    const balances = charges.map(({ account }) => this.balance(account, now));
    return fits(charges, balances) ? null : { taken: false, balances };
  }

  /** Sets what somebody else has counted. */
  keep(account: string, balance: Balance): Balance {
    if (!this.accounts.has(account) && this.accounts.size >= MOST_ACCOUNTS)
      this.accounts.delete(this.accounts.keys().next().value!);
    this.accounts.set(account, balance);
    return balance;
  }

  close(): void {
    this.accounts.clear();
  }

  private balance(account: string, now: number): Balance {
    const known = this.accounts.get(account);
    if (known && known.resetsAt > now) return known;
    // Forgotten, so that its next window stands at the end of the line.
    this.accounts.delete(account);
    return { used: 0, resetsAt: now + WINDOW_MS };
  }
}

const fits = (charges: readonly Charge[], balances: readonly Balance[]): boolean =>
  charges.every(({ amount, allowed }, index) => balances[index]!.used + amount <= allowed);
