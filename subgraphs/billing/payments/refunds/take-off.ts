import type { Share } from '../ledger';

/** What a refund takes off whom. */
export interface TakenOff {
  shares: Share[];
  keptMinor: number;
}

/**
 * A refund is first of what the customer has to get: what invoices have too much, because they were credited, and then
 * what is kept in balance. The rest is owed again, by the invoices that were paid last.
 */
export function takeOff(amountMinor: number, shares: readonly Share[], keptMinor: number): TakenOff {
  let left = amountMinor;
  const take = (most: number): number => {
    const taken = Math.max(0, Math.min(left, most));
    left -= taken;
    return taken;
  };
  const credited = shares.map((share) => take(Math.min(share.amountMinor, -share.invoice.balanceMinor)));
  const kept = take(keptMinor);
  const all = shares.map((share, n) => credited[n]! + take(share.amountMinor - credited[n]!));
  if (left > 0) throw new RangeError('More is given back than there is.');
  return {
    shares: shares.flatMap(({ invoice }, n) => (all[n]! > 0 ? [{ invoice, amountMinor: all[n]! }] : [])),
    keptMinor: kept,
  };
}
