/** What a column holds. All values come as text: numbers with a point, days as 2026-01-31, instants as ISO 8601. */
export type CellKind = 'TEXT' | 'NUMBER' | 'MONEY' | 'DAY' | 'TIME';

export interface SheetColumn {
  name: string;
  kind: CellKind;
}

export type SheetRow = readonly (string | null)[];

/** Rows as they are read, some at a time: nobody holds them all. */
export type Batches = AsyncIterable<readonly SheetRow[]>;

const FORMULA = /^[=+\-@\t\r]/;

/** A text that a spreadsheet would run is shown as the text that it is. Numbers stay numbers. */
export const neutral = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

export const isNumeric = (kind: CellKind): boolean => kind === 'NUMBER' || kind === 'MONEY';
