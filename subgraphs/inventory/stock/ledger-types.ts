import type { Decimal } from 'decimal.js';
import type { Cost } from './cost';
import type { StockMovementKind, StockReferenceType } from './stock.enums';

/** The record that moves or holds stock, and its line where it has lines. */
export interface StockReference {
  type: StockReferenceType;
  id: string;
  lineId?: string | null;
}

/** A reservation; a new one has no id yet. */
export interface Held {
  id: string | null;
  place: number;
  reference: StockReference;
  quantity: Decimal;
  isChanged: boolean;
}

/** Why, beside the reference. */
export interface Reason {
  code?: string | null;
  text?: string | null;
}

export interface Movement {
  id: string;
  entry: number;
  at: Date;
  kind: StockMovementKind;
  quantity: Decimal;
  onHandAfter: Decimal;
  reservedAfter: Decimal;
  unitCost: Cost | null;
  averageAfter: Cost | null;
  reference: StockReference;
  reason: Reason;
}

/** What is said of a part in one place; null for what goes for it everywhere. */
export interface LevelSettings {
  reorderPoint: Decimal | null;
  reorderQuantity: Decimal | null;
  bin: string | null;
}

/** A level as it was locked, and what decides about it. */
export interface LockedLevel {
  id: string;
  partId: string;
  locationId: string;
  serviceCentreId: string | null;
  isOpen: boolean;
  sku: string;
  category: string;
  /** Whether the level does not say yet what the part is called and what kind of thing it is. */
  isStale: boolean;
  decimals: number;
  onHand: Decimal;
  averageCost: Cost | null;
  /** Of the part, for the levels that have none of their own. */
  usualReorderPoint: Decimal | null;
  /** Nobody buys it any more, so it is never low. */
  isDiscontinued: boolean;
  settings: LevelSettings;
  low: boolean;
  movements: number;
  reservations: number;
  movedAt: Date | null;
}

/** A reservation that was cut, because less is there than was held. */
export interface Released {
  reference: StockReference;
  quantity: Decimal;
  left: Decimal;
}
