import { type PdfContent } from '../../../../shared/pdf/blocks';
import { isNumeric, type SheetColumn, type SheetRow } from './sheet';

/** A table on paper: laid out as a whole, so only of so many rows. */
export const MOST_PDF_ROWS = 2000;

export const pdfOf = (
  title: string,
  date: string,
  columns: readonly SheetColumn[],
  rows: readonly SheetRow[],
): PdfContent => ({
  title,
  language: 'en',
  date,
  paper: 'A4',
  body: [
    { kind: 'text', text: title, size: 14, bold: true },
    { kind: 'space', height: 8 },
    {
      kind: 'table',
      columns: columns.map(({ name, kind }) => ({
        head: name,
        width: { share: 1 },
        size: 7,
        align: isNumeric(kind) ? 'right' : 'left',
      })),
      rows: rows.map((row) => ({ cells: columns.map((_, n) => row[n] ?? '') })),
    },
  ],
  running: [],
  footer: [],
  pageLabel: '{{page}} / {{pages}}',
  watermark: null,
});
