import { ANONYMOUS } from '../../shared/access/identity';
import type { Clock } from '../../shared/clock';
import { ApiError } from '../../shared/errors';
import type { GatewayContext } from '../context';
import type { GatewayMetrics } from '../http/metrics';
import { LEAST_COST, UNREAD_OPERATION } from '../limits';
import type { Balance, Charge, Ledger, Outcome } from './ledger';
import { networkOf } from './network';

/** What each may ask for in a minute. */
export interface BudgetSizes {
  /** Requests without a token, from one address. */
  publicRequests: number;
  /** Cost of one session, API client or link. */
  callerCost: number;
  /** Cost of all who come from one address. */
  addressCost: number;
}

export type BudgetName = 'public' | 'caller' | 'address';

/** How a budget of this request stands behind it. */
export interface Standing {
  budget: BudgetName;
  allowed: number;
  left: number;
  /** Seconds until it is whole again. */
  resetsIn: number;
}

interface BudgetCharge extends Charge {
  budget: BudgetName;
}

type Caller = Pick<GatewayContext, 'identity' | 'facts' | 'reply'>;

interface BudgetOptions {
  ledger: Ledger;
  sizes: BudgetSizes;
  clock: Clock;
  metrics: Pick<GatewayMetrics, 'overBudget'>;
}

/** Holds every caller to what they may ask for in a minute. */
export class Budgets {
  constructor(private readonly options: BudgetOptions) {}

  /** Before anything of a request is read: throws when nothing is left for it. */
  async admit(caller: Caller): Promise<void> {
    const costs = this.costs(caller, LEAST_COST);
    const used = this.options.ledger.foresee(costs);
    if (used) throw this.refusal(costs, used, caller);
    if (caller.identity.kind !== ANONYMOUS.kind) return;
    const { publicRequests } = this.options.sizes;
    await this.take(caller, [
      { budget: 'public', account: `public:${place(caller)}`, amount: 1, allowed: publicRequests },
    ]);
  }

  /** Before an operation is planned and run: throws when it costs more than is left, and then costs nothing. */
  async charge(caller: Caller, cost: number): Promise<void> {
    caller.reply.cost = Math.max(LEAST_COST, cost);
    await this.take(caller, this.costs(caller, caller.reply.cost));
  }

  /** For a document that was refused: reading one is work. Nobody waits for it, and it does not fail. */
  chargeUnread(caller: Caller): void {
    void this.options.ledger.take(this.costs(caller, UNREAD_OPERATION));
  }

  private costs(caller: Caller, amount: number): BudgetCharge[] {
    const { callerCost, addressCost } = this.options.sizes;
    const address: BudgetCharge = {
      budget: 'address',
      account: `address:${place(caller)}`,
      amount,
      allowed: addressCost,
    };
    const who = callerKey(caller);
    if (!who) return [address];
    return [{ budget: 'caller', account: `caller:${who}`, amount, allowed: callerCost }, address];
  }

  private async take(caller: Caller, charges: BudgetCharge[]): Promise<void> {
    const outcome = await this.options.ledger.take(charges);
    if (!outcome.taken) throw this.refusal(charges, outcome, caller);
    this.tell(charges, outcome, caller);
  }

  private refusal(charges: BudgetCharge[], outcome: Outcome, caller: Caller): ApiError {
    this.tell(charges, outcome, caller);
    const over = charges.flatMap((charge, index) => {
      const balance = outcome.balances[index]!;
      return balance.used + charge.amount > charge.allowed ? [{ charge, balance }] : [];
    });
    const last = over.reduce((one, other) => (other.balance.resetsAt > one.balance.resetsAt ? other : one));
    const { budget, amount, allowed } = last.charge;
    const retryAfter = this.secondsTo(last.balance);
    this.options.metrics.overBudget(budget);
    return new ApiError('RATE_LIMITED', `${SAID[budget]} Try again in ${retryAfter} seconds.`, {
      retryAfter,
      budget,
      allowed,
      asked: amount,
      left: Math.max(0, allowed - last.balance.used),
    });
  }

  private tell(charges: BudgetCharge[], { balances }: Outcome, { reply }: Caller): void {
    const told = charges.map(({ budget, allowed }, index) => {
      const balance = balances[index]!;
      const left = Math.max(0, allowed - balance.used);
      return { budget, allowed, left, resetsIn: this.secondsTo(balance) };
    });
    const others = (reply.budgets ?? []).filter(({ budget }) => !told.some((one) => one.budget === budget));
    reply.budgets = [...others, ...told];
  }

  private secondsTo({ resetsAt }: Balance): number {
    return Math.max(1, Math.ceil((resetsAt - this.options.clock.now().getTime()) / 1_000));
  }
}

const SAID: Readonly<Record<BudgetName, string>> = {
  public: 'Too many requests without a sign-in from this address within a minute.',
  caller: 'What was asked for within a minute costs more than you may spend.',
  address: 'What was asked for from this address within a minute costs more than it may spend.',
};

const place = ({ facts }: Caller): string => networkOf(facts.address ?? 'unknown');

/** A client has one budget, whichever of its tokens it uses; a person has one for each session. */
function callerKey({ identity: { kind, actorId, sessionId } }: Caller): string | null {
  const id = kind === 'CLIENT' ? actorId : (sessionId ?? actorId);
  return id && `${kind}:${id}`;
}
