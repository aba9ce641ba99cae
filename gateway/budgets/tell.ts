import type { ServerResponse } from 'node:http';
import type { Reply } from '../context';
import { WINDOW_MS } from './ledger';

/**
 * How the budgets stand, in the headers of draft-ietf-httpapi-ratelimit-headers-10: `RateLimit-Policy` says what is
 * allowed (q) in how many seconds (w), `RateLimit` what remains (r) and for how long (t).
 */
export function tellBudgets(response: ServerResponse, { budgets }: Reply): void {
  if (!budgets) return;
  const policy = budgets.map(({ budget, allowed }) => `"${budget}";q=${allowed};w=${WINDOW_MS / 1_000}`);
  const standing = budgets.map(({ budget, left, resetsIn }) => `"${budget}";r=${left};t=${resetsIn}`);
  response.setHeader('RateLimit-Policy', policy.join(', '));
  response.setHeader('RateLimit', standing.join(', '));
}

/** `extensions.cost` of an answer: of the caller's own budget, and of their address' when they have none. */
export interface CostTold {
  asked: number;
  allowed: number;
  left: number;
  resetsIn: number;
}

export function costTold({ cost, budgets }: Reply): CostTold | undefined {
  const standing =
    budgets?.find(({ budget }) => budget === 'caller') ?? budgets?.find(({ budget }) => budget === 'address');
  if (cost === undefined || !standing) return undefined;
  const { allowed, left, resetsIn } = standing;
  return { asked: cost, allowed, left, resetsIn };
}
