import type { Decimal } from 'decimal.js';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import type { Account } from './account';
import type { Cost } from './cost';
import type { LevelSettings, Movement, Reason, Released, StockReference } from './ledger-types';
import { type Accounts, keyOf, lockLevels, type StockPlace } from './lock-levels';
import { insufficientStock } from './refusal';
import { StockMovementKind } from './stock.enums';
import { writeLevels } from './write-levels';

const begun = new WeakSet<Transaction>();

/**
 * The only way by which stock changes. Locks the levels of these places, lets `work` do what it decides on what is
 * really there, and writes levels, movements, reservations and events. Once in a transaction, after the caller's own
 * rows are locked: a second set of locks could be taken in another order than somebody else takes the first.
 */
export async function changeStock<T>(
  tx: Transaction,
  places: readonly StockPlace[],
  work: (stock: Stock) => T | Promise<T>,
): Promise<T> {
  if (begun.has(tx)) throw new Error('Stock changes once in a transaction: name all places at once.');
  begun.add(tx);
  const accounts = places.length ? await lockLevels(tx, places) : new Map<string, Account>();
  const result = await work(new Stock(accounts));
  const all = [...accounts.values()];
  await writeLevels(tx, all);
  for (const account of all) emitChanges(tx, account);
  return result;
}

/** After the part's number or reorder point changed: its levels say so, and tell where they are low now. */
export async function refreshLevels(tx: Transaction, partId: string): Promise<void> {
  const rows = await tx.query<{ location_id: string }>(
    sql`select t.location_id from inventory.stock_level t
        where t.organisation_id = ${tx.organisationId} and t.part_id = ${partId}`,
  );
  await changeStock(
    tx,
    rows.map(({ location_id: locationId }) => ({ partId, locationId })),
    () => {},
  );
}

export interface Received extends StockPlace {
  quantity: Decimal;
  /** Of one; null when nobody knows: it then counts as what the rest cost. */
  cost: Cost | null;
}

export interface Wanted extends StockPlace {
  quantity: Decimal;
}

/** The locked levels. Everything is decided and added up here, in the order of the calls, and written at the end. */
export class Stock {
  constructor(private readonly accounts: Accounts) {}

  idOf(place: StockPlace): string {
    return this.of(place).level.id;
  }

  onHand(place: StockPlace): Decimal {
    return this.of(place).onHand;
  }

  available(place: StockPlace): Decimal {
    return this.of(place).available;
  }

  averageCost(place: StockPlace): Cost | null {
    return this.of(place).averageCost;
  }

  /** What this reference holds there. */
  held(place: StockPlace, reference: StockReference): Decimal {
    return this.of(place).heldFor(reference);
  }

  /** Holds all of it, or refuses with CONFLICT, reason INSUFFICIENT_STOCK. */
  reserve(wanted: Wanted, reference: StockReference): void {
    const { level, available } = this.of(wanted);
    if (wanted.quantity.gt(available))
      throw insufficientStock({ ...level, wanted: wanted.quantity, available });
    this.of(wanted).reserve(wanted.quantity, reference);
  }

  /** Holds as much of it as is free, and tells how much that is: it may be nothing. */
  reserveUpTo(wanted: Wanted, reference: StockReference): Decimal {
    return this.of(wanted).reserve(wanted.quantity, reference);
  }

  /** Gives back what the reference holds there, or so much of it; tells how much that was. */
  release(place: StockPlace, reference: StockReference, quantity?: Decimal): Decimal {
    return this.of(place).release(reference, quantity);
  }

  /** Came from a supplier. */
  receive(received: Received, reference: StockReference, reason?: Reason): Movement {
    const { quantity, cost } = received;
    return this.of(received).put(StockMovementKind.RECEIPT, quantity, cost, reference, reason);
  }

  /** Goes back to the supplier. */
  sendBack(wanted: Wanted, reference: StockReference, reason?: Reason): Movement {
    return this.of(wanted).take(StockMovementKind.SUPPLIER_RETURN, wanted.quantity, reference, reason);
  }

  /** Goes out: from what the reference holds there, and beyond that from what is free. Its `unitCost` is frozen. */
  issue(wanted: Wanted, reference: StockReference, reason?: Reason): Movement {
    return this.of(wanted).take(StockMovementKind.ISSUE, wanted.quantity, reference, reason);
  }

  /** Comes back from where it was issued to, at the cost of that issue. */
  returnTo(returned: Received, reference: StockReference, reason?: Reason): Movement {
    const { quantity, cost } = returned;
    return this.of(returned).put(StockMovementKind.RETURN, quantity, cost, reference, reason);
  }

  /** Put right upwards. */
  found(received: Received, reference: StockReference, reason: Reason): Movement {
    const { quantity, cost } = received;
    return this.of(received).put(StockMovementKind.ADJUSTMENT, quantity, cost, reference, reason);
  }

  /** Put right downwards: only of what is free. */
  writeOff(wanted: Wanted, reference: StockReference, reason: Reason): Movement {
    return this.of(wanted).take(StockMovementKind.ADJUSTMENT, wanted.quantity, reference, reason);
  }

  /** Put right downwards, also of what is reserved: the newest reservations are cut, and told. */
  writeOffReserved(
    wanted: Wanted,
    reference: StockReference,
    reason: Reason,
  ): { movement: Movement; released: Released[] } {
    const account = this.of(wanted);
    const movement = account.shrink(StockMovementKind.ADJUSTMENT, wanted.quantity, reference, reason);
    return { movement, released: account.released };
  }

  /** So much was counted: the ledger is put right by the difference. Cuts the newest reservations, and tells which. */
  count(
    counted: Wanted,
    reference: StockReference,
    reason?: Reason,
  ): { movement: Movement | null; released: Released[] } {
    const account = this.of(counted);
    const difference = counted.quantity.minus(account.onHand);
    if (difference.isZero()) return { movement: null, released: [] };
    const movement = difference.isPositive()
      ? account.put(StockMovementKind.COUNT, difference, null, reference, reason)
      : account.shrink(StockMovementKind.COUNT, difference.negated(), reference, reason);
    return { movement, released: account.released };
  }

  /** Leaves for another place, from what the transfer holds first. Its `unitCost` travels with it. */
  shipOut(wanted: Wanted, reference: StockReference): Movement {
    return this.of(wanted).take(StockMovementKind.TRANSFER_OUT, wanted.quantity, reference);
  }

  /** Arrives from another place, at the cost it left with. */
  takeIn(received: Received, reference: StockReference): Movement {
    const { quantity, cost } = received;
    return this.of(received).put(StockMovementKind.TRANSFER_IN, quantity, cost, reference);
  }

  /** Was sent from another place, and never arrived: written off where it should have. */
  lose(lost: Received, reference: StockReference): void {
    this.of(lost).lose(lost.quantity, lost.cost, reference);
  }

  /** What is said of the part in this place; what is left out stays. */
  settle(place: StockPlace, said: { [K in keyof LevelSettings]: LevelSettings[K] | undefined }): void {
    const account = this.of(place);
    const { reorderPoint, reorderQuantity, bin } = account.settings;
    account.settings = {
      reorderPoint: said.reorderPoint === undefined ? reorderPoint : said.reorderPoint,
      reorderQuantity: said.reorderQuantity === undefined ? reorderQuantity : said.reorderQuantity,
      bin: said.bin === undefined ? bin : said.bin,
    };
  }

  private of(place: StockPlace): Account {
    const account = this.accounts.get(keyOf(place));
    if (!account) throw new Error('Stock changes in the places that were locked, and in no others.');
    return account;
  }
}

/** Told at the end, so that what is given back and taken again in one go is no dip. */
function emitChanges(tx: Transaction, account: Account): void {
  const { level, released, available, availableBefore } = account;
  const subject = { subjectType: 'StockLevel', subjectId: level.id };
  const { partId, locationId, serviceCentreId } = level;
  if (account.isLow && !level.low)
    tx.emit({
      name: 'StockLow',
      ...subject,
      payload: { partId, locationId, serviceCentreId, available: available.toFixed() },
    });
  if (available.gt(availableBefore))
    tx.emit({
      name: 'StockAvailable',
      ...subject,
      payload: { partId, locationId, serviceCentreId, available: available.toFixed() },
    });
  for (const { reference, quantity, left } of released)
    tx.emit({
      name: 'StockReservationCut',
      ...subject,
      payload: {
        partId,
        locationId,
        referenceType: reference.type,
        referenceId: reference.id,
        referenceLineId: reference.lineId ?? null,
        quantity: quantity.toFixed(),
        left: left.toFixed(),
      },
    });
}
