import { Decimal } from 'decimal.js';
import { newId } from '../../../shared/ids';
import { averageAfter, type Cost } from './cost';
import type {
  Held,
  LevelSettings,
  LockedLevel,
  Movement,
  Reason,
  Released,
  StockReference,
} from './ledger-types';
import { closedLocation, insufficientStock, otherCurrency } from './refusal';
import { StockMovementKind } from './stock.enums';

const ZERO = new Decimal(0);

/**
 * One part in one place while it is locked: what is done to it is added up here, refused where it would go below zero,
 * and written by the ledger in one go.
 */
export class Account {
  readonly made: Movement[] = [];
  readonly released: Released[] = [];
  readonly availableBefore: Decimal;
  onHand: Decimal;
  averageCost: Cost | null;
  settings: LevelSettings;
  private entries: number;
  private places: number;
  private movedAt: Date | null;

  constructor(
    readonly level: LockedLevel,
    readonly held: Held[],
    private readonly now: Date,
  ) {
    this.onHand = level.onHand;
    this.averageCost = level.averageCost;
    this.settings = level.settings;
    this.entries = level.movements;
    this.places = level.reservations;
    this.movedAt = level.movedAt;
    this.availableBefore = this.available;
  }

  get reserved(): Decimal {
    return this.held.reduce((sum, { quantity }) => sum.plus(quantity), ZERO);
  }

  get available(): Decimal {
    return this.onHand.minus(this.reserved);
  }

  get isLow(): boolean {
    const { isDiscontinued, usualReorderPoint } = this.level;
    const point = this.settings.reorderPoint ?? usualReorderPoint;
    return !isDiscontinued && point !== null && this.available.lte(point);
  }

  get isChanged(): boolean {
    const { low, isStale } = this.level;
    return (
      this.made.length > 0 ||
      this.held.some((each) => each.isChanged) ||
      low !== this.isLow ||
      isStale ||
      this.settings !== this.level.settings
    );
  }

  /** What the level counts from here on. */
  get counters() {
    return { movements: this.entries, reservations: this.places, movedAt: this.movedAt };
  }

  heldFor(reference: StockReference): Decimal {
    return this.find(reference)?.quantity ?? ZERO;
  }

  /** As much as is free, at most what is wanted. */
  reserve(wanted: Decimal, reference: StockReference): Decimal {
    this.demandOpen();
    const got = Decimal.min(this.demandQuantity(wanted), this.available);
    if (got.isZero()) return got;
    const present = this.find(reference);
    if (present) this.set(present, present.quantity.plus(got));
    else {
      this.places += 1;
      this.held.push({ id: null, place: this.places, reference, quantity: got, isChanged: true });
    }
    return got;
  }

  /** Gives back what the reference holds, or so much of it. */
  release(reference: StockReference, quantity?: Decimal): Decimal {
    const present = this.find(reference);
    if (!present) return ZERO;
    const given = Decimal.min(quantity ? this.demandQuantity(quantity) : present.quantity, present.quantity);
    this.set(present, present.quantity.minus(given));
    return given;
  }

  /** Takes from what the reference holds first, then from what is free. */
  take(kind: StockMovementKind, quantity: Decimal, reference: StockReference, reason: Reason = {}): Movement {
    this.demandQuantity(quantity);
    const own = Decimal.min(this.heldFor(reference), quantity);
    this.demandAvailable(quantity.minus(own));
    if (!own.isZero()) this.release(reference, own);
    return this.move(kind, quantity.negated(), this.averageCost, reference, reason);
  }

  put(
    kind: StockMovementKind,
    quantity: Decimal,
    cost: Cost | null,
    reference: StockReference,
    reason: Reason = {},
  ): Movement {
    this.demandOpen();
    this.demandQuantity(quantity);
    this.demandCurrency(cost);
    this.averageCost = averageAfter(this.averageCost, this.onHand, quantity, cost);
    return this.move(kind, quantity, cost ?? this.averageCost, reference, reason);
  }

  /** Less than is reserved may be left: who came last gives back first. */
  shrink(
    kind: StockMovementKind,
    quantity: Decimal,
    reference: StockReference,
    reason: Reason = {},
  ): Movement {
    this.demandQuantity(quantity);
    if (quantity.gt(this.onHand)) throw this.shortage(quantity, this.onHand);
    let missing = this.reserved.minus(this.onHand.minus(quantity));
    for (const each of [...this.held].sort((a, b) => b.place - a.place)) {
      const cut = Decimal.min(missing, each.quantity);
      if (cut.lte(ZERO)) continue;
      this.set(each, each.quantity.minus(cut));
      this.released.push({ reference: each.reference, quantity: cut, left: each.quantity });
      missing = missing.minus(cut);
    }
    return this.move(kind, quantity.negated(), this.averageCost, reference, reason);
  }

  /** Came as it was sent, and is gone: what arrived with it keeps its average. */
  lose(quantity: Decimal, cost: Cost | null, reference: StockReference): void {
    this.demandQuantity(quantity);
    this.move(StockMovementKind.TRANSFER_IN, quantity, cost, reference, {});
    this.move(StockMovementKind.TRANSFER_LOSS, quantity.negated(), cost, reference, {});
  }

  private move(
    kind: StockMovementKind,
    quantity: Decimal,
    unitCost: Cost | null,
    reference: StockReference,
    reason: Reason,
  ): Movement {
    this.onHand = this.onHand.plus(quantity);
    this.entries += 1;
    this.movedAt = strictlyAfter(this.movedAt, this.now);
    const movement: Movement = {
      id: newId(),
      entry: this.entries,
      at: this.movedAt,
      kind,
      quantity,
      onHandAfter: this.onHand,
      reservedAfter: this.reserved,
      unitCost,
      averageAfter: this.averageCost,
      reference,
      reason,
    };
    this.made.push(movement);
    return movement;
  }

  private find(reference: StockReference): Held | undefined {
    const { id, lineId = null } = reference;
    return this.held.find((each) => each.reference.id === id && (each.reference.lineId ?? null) === lineId);
  }

  private set(held: Held, quantity: Decimal): void {
    held.quantity = quantity;
    held.isChanged = true;
  }

  private demandOpen(): void {
    if (!this.level.isOpen) throw closedLocation(this.level.locationId);
  }

  private demandQuantity(quantity: Decimal): Decimal {
    if (quantity.lte(ZERO) || quantity.decimalPlaces() > this.level.decimals)
      throw new RangeError(`${quantity.toFixed()} is no quantity of ${this.level.sku}.`);
    return quantity;
  }

  private demandAvailable(quantity: Decimal): void {
    if (quantity.gt(this.available)) throw this.shortage(quantity, this.available);
  }

  /** What has no stock may be kept in another currency from now on. */
  private demandCurrency(cost: Cost | null): void {
    const kept = this.averageCost?.currency;
    if (!cost || !kept || kept === cost.currency) return;
    if (!this.onHand.isZero()) throw otherCurrency(this.level.sku, kept, cost.currency);
  }

  private shortage(wanted: Decimal, available: Decimal) {
    const { partId, locationId, sku } = this.level;
    return insufficientStock({ partId, locationId, sku, wanted, available });
  }
}

/** Who waited for the lock began before the one in front: the ledger's times follow its order all the same. */
function strictlyAfter(last: Date | null, now: Date): Date {
  return last && last >= now ? new Date(last.getTime() + 1) : now;
}
