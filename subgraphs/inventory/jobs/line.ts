import { Decimal } from 'decimal.js';
import type { Given } from '../../../shared/database/transaction';
import { newId } from '../../../shared/ids';
import type { Cost } from '../stock/cost';
import type { Stock } from '../stock/ledger';
import type { Movement, Reason, StockReference } from '../stock/ledger-types';
import type { StockPlace } from '../stock/lock-levels';
import { StockReferenceType } from '../stock/stock.enums';
import type { JobPart } from './job-part.entity';
import { JobPartStatus, jobPartLifecycle } from './job-part.lifecycle';

const { CANCELLED, ISSUED, RESERVED, RETURNED, WAITING } = JobPartStatus;
const ZERO = new Decimal(0);

export type Amounts = Readonly<Record<'quantity' | 'missing' | 'issued' | 'returned' | 'cancelled', Decimal>>;

/** What is asked for and neither issued nor cancelled: it is held, or missing. */
export const outstandingOf = ({ quantity, issued, cancelled }: Amounts): Decimal =>
  quantity.minus(issued).minus(cancelled);

/** What was issued and did not come back. */
export const usedOf = ({ issued, returned }: Amounts): Decimal => issued.minus(returned);

export function statusOf(amounts: Amounts): JobPartStatus {
  if (amounts.missing.gt(0)) return WAITING;
  if (outstandingOf(amounts).gt(0)) return RESERVED;
  if (usedOf(amounts).gt(0)) return ISSUED;
  return amounts.issued.gt(0) ? RETURNED : CANCELLED;
}

export const amountsOf = ({ quantity, missing, issued, returned, cancelled }: JobPart): Amounts => ({
  quantity: new Decimal(quantity),
  missing: new Decimal(missing),
  issued: new Decimal(issued),
  returned: new Decimal(returned),
  cancelled: new Decimal(cancelled),
});

type About = Pick<JobPart, 'jobCardId' | 'serviceCentreId' | 'partId' | 'locationId' | 'requestedById'>;

/** A line of a job while the job and the level are locked: what is done to it is added up here, and written at the end. */
export class Line {
  readonly place: StockPlace;
  readonly reference: StockReference;
  /** What changes beside the quantities. */
  sale: Pick<Given<JobPart>, 'priceMinor' | 'priceCurrency' | 'taxCategory'> = {};
  private amounts: Amounts;

  private constructor(
    readonly id: string,
    /** As it was read; null when it is new. */
    readonly row: JobPart | null,
    readonly about: About,
    private readonly before: Amounts,
  ) {
    const { partId, locationId, jobCardId } = about;
    this.place = { partId, locationId };
    this.reference = { type: StockReferenceType.JOB_CARD, id: jobCardId, lineId: id };
    this.amounts = before;
  }

  static of(row: JobPart): Line {
    return new Line(row.id, row, row, amountsOf(row));
  }

  /** A new one: all of it is missing until it is held. */
  static asked(about: About, quantity: Decimal): Line {
    const nothing = { quantity, missing: ZERO, issued: ZERO, returned: ZERO, cancelled: ZERO };
    const line = new Line(newId(), null, about, nothing);
    line.set({ missing: quantity });
    return line;
  }

  get status(): JobPartStatus {
    return statusOf(this.amounts);
  }

  get missing(): Decimal {
    return this.amounts.missing;
  }

  get outstanding(): Decimal {
    return outstandingOf(this.amounts);
  }

  get used(): Decimal {
    return usedOf(this.amounts);
  }

  /** By how much more is missing than before; below zero when less. */
  get growth(): Decimal {
    return this.amounts.missing.minus(this.before.missing);
  }

  /** Holds as much of what is missing as is free; whether that was anything. */
  hold(stock: Stock): boolean {
    const { missing } = this.amounts;
    if (missing.isZero() || stock.available(this.place).isZero()) return false;
    const got = stock.reserveUpTo({ ...this.place, quantity: missing }, this.reference);
    this.set({ missing: missing.minus(got) });
    return true;
  }

  /** What is held decides: less may be there than was reserved. */
  recount(stock: Stock): void {
    this.set({ missing: this.outstanding.minus(stock.held(this.place, this.reference)) });
  }

  issue(stock: Stock, quantity: Decimal): Movement {
    const movement = stock.issue({ ...this.place, quantity }, this.reference);
    this.set({ issued: this.amounts.issued.plus(quantity) });
    return movement;
  }

  takeBack(stock: Stock, quantity: Decimal, cost: Cost | null, reason: Reason): void {
    stock.returnTo({ ...this.place, quantity, cost }, this.reference, reason);
    this.set({ returned: this.amounts.returned.plus(quantity) });
  }

  /** What is missing goes first; of what is held, the rest is given back. */
  cancel(stock: Stock, quantity: Decimal): void {
    this.recount(stock);
    const { missing, cancelled } = this.amounts;
    const unmet = Decimal.min(quantity, missing);
    const held = quantity.minus(unmet);
    if (held.gt(0)) stock.release(this.place, this.reference, held);
    this.set({ missing: missing.minus(unmet), cancelled: cancelled.plus(quantity) });
  }

  cancelRest(stock: Stock): void {
    if (this.outstanding.gt(0)) this.cancel(stock, this.outstanding);
  }

  /** As the columns hold them. INVALID_TRANSITION where there is no way from what it was to what it has become. */
  get columns(): Given<JobPart> {
    const { status } = this;
    const former = this.row?.status ?? jobPartLifecycle.initial;
    if (status !== former) jobPartLifecycle.demand(former, status);
    const amounts = Object.entries(this.amounts).map(([name, amount]) => [name, amount.toFixed()]);
    return { ...(this.row ? {} : this.about), ...Object.fromEntries(amounts), status, ...this.sale };
  }

  private set(changed: Partial<Amounts>): void {
    this.amounts = { ...this.amounts, ...changed };
  }
}
