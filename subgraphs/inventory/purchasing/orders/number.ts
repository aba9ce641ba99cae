const DIGITS = 6;
const SPOKEN = /^(PO-?)?(\d{1,12})$/i;

/** `PO-000123`: what the supplier quotes back. */
export const purchaseOrderNumber = (count: number): string => `PO-${String(count).padStart(DIGITS, '0')}`;

/** The number that somebody means who typed `PO-000123`, `po123` or `123`; null when it is none. */
export function spokenOrderNumber(typed: string): string | null {
  const digits = SPOKEN.exec(typed.trim())?.[2];
  return digits ? purchaseOrderNumber(Number(digits)) : null;
}
