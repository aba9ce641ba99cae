import { type Batches, isNumeric, neutral, type SheetColumn } from './sheet';

/** So that spreadsheets read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180, with the names of the columns first. */
export async function* csv(columns: readonly SheetColumn[], batches: Batches): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${columns.map(({ name }) => quoted(neutral(name))).join()}\r\n`;
  for await (const rows of batches)
    yield rows
      .map((row) => `${columns.map(({ kind }, n) => cell(row[n] ?? null, isNumeric(kind))).join()}\r\n`)
      .join('');
}

const cell = (value: string | null, numeric: boolean): string =>
  value === null ? '' : numeric ? value : quoted(neutral(value));

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
