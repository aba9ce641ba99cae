import type { LineType } from '../../documents/document-line.entity';

/** An amount as other subgraphs answer with one. */
export interface Price {
  minorUnits: number;
  currency: string;
}

/** What was done or sold, as whoever did it tells it. */
export interface WorkLine {
  type: LineType;
  code: string | null;
  description: string;
  quantity: string;
  /** Null where none was agreed. */
  unitPrice: Price | null;
  /** What is taken off it: a percentage, an amount, or nothing. */
  discountPercent: string | null;
  discountMinor: number | null;
  /** By its name or its code; null for the usual one. */
  taxCategory: string | null;
  serviceItemId: string | null;
  partId: string | null;
}

/** A job or an order that is billed: whose it is, and what it came to. */
export interface WorkToBill {
  customerId: string;
  vehicleId: string | null;
  serviceCentreId: string;
  technicianId: string | null;
  /** The service request that it came of, where it came of one. */
  serviceRequestId: string | null;
  lines: WorkLine[];
}
