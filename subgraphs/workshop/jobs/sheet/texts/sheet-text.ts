import type { JobPriority } from '../../job-card.input';

/** As inventory names them. */
export type PartUnitName = 'PIECE' | 'SET' | 'PAIR' | 'LITRE' | 'METRE' | 'KILOGRAM';

/** The words of a job sheet in one language. */
export interface SheetText {
  title: string;
  /** With `{{page}}` and `{{pages}}`. */
  page: string;
  received: string;
  promised: string;
  priority: string;
  priorities: Readonly<Record<JobPriority, string>>;
  technician: string;
  customer: string;
  phone: string;
  vehicle: string;
  plate: string;
  vin: string;
  colour: string;
  odometer: string;
  units: Readonly<Record<'KM' | 'MI', string>>;
  complaint: string;
  inspection: string;
  fuel: string;
  exterior: string;
  interior: string;
  work: string;
  service: string;
  hours: string;
  /** Before the reason. */
  skipped: string;
  parts: string;
  part: string;
  place: string;
  missing: string;
  partUnits: Readonly<Record<PartUnitName, string>>;
  quantity: string;
  notes: string;
  signedByCustomer: string;
  signedByTechnician: string;
  date: string;
  /** Below the code that is scanned. */
  tracking: string;
}
