import { type Batches, isNumeric, neutral, type SheetColumn } from './sheet';
import { zip } from './zip';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Places in `cellXfs` below. */
const STYLE = { plain: 0, head: 1, day: 2, time: 3, whole: 4, two: 5, three: 6 };
const FORMATS = ['yyyy-mm-dd', 'yyyy-mm-dd hh:mm', '#,##0', '#,##0.00', '#,##0.000'];

/** A workbook of one sheet, whose first row stays in sight. Strings stand in their cells, so that none is remembered. */
export const xlsx = (columns: readonly SheetColumn[], batches: Batches): AsyncGenerator<Buffer> =>
  zip([
    { name: '[Content_Types].xml', content: [contentTypes()] },
    { name: '_rels/.rels', content: [relations([['officeDocument', 'xl/workbook.xml']])] },
    { name: 'xl/workbook.xml', content: [workbook()] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [
        relations([
          ['worksheet', 'worksheets/sheet1.xml'],
          ['styles', 'styles.xml'],
        ]),
      ],
    },
    { name: 'xl/styles.xml', content: [styles()] },
    { name: 'xl/worksheets/sheet1.xml', content: sheet(columns, batches) },
  ]);

async function* sheet(columns: readonly SheetColumn[], batches: Batches): AsyncGenerator<string> {
  const widths = columns
    .map(
      ({ name, kind }, n) =>
        `<col min="${n + 1}" max="${n + 1}" width="${widthOf(name, kind)}" customWidth="1"/>`,
    )
    .join('');
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>`;
  yield `<row>${columns.map(({ name }) => text(name, STYLE.head)).join('')}</row>`;
  for await (const rows of batches)
    yield rows
      .map((row) => `<row>${columns.map(({ kind }, n) => cell(row[n] ?? null, kind)).join('')}</row>`)
      .join('');
  yield '</sheetData></worksheet>';
}

const widthOf = (name: string, kind: SheetColumn['kind']): number =>
  Math.max(kind === 'TEXT' ? 24 : kind === 'TIME' ? 17 : 12, name.length + 2);

function cell(value: string | null, kind: SheetColumn['kind']): string {
  if (value === null || value === '') return '<c/>';
  if (isNumeric(kind)) return number(value, styleOf(value, kind));
  if (kind === 'DAY') return number(String(serial(`${value}T00:00:00Z`)), STYLE.day);
  if (kind === 'TIME') return number(String(serial(value)), STYLE.time);
  return text(value, STYLE.plain);
}

/** Money has the decimals of its currency. */
function styleOf(value: string, kind: SheetColumn['kind']): number {
  if (kind === 'NUMBER') return STYLE.plain;
  const decimals = value.split('.')[1]?.length ?? 0;
  return decimals === 0 ? STYLE.whole : decimals === 2 ? STYLE.two : STYLE.three;
}

const number = (value: string, style: number): string => `<c s="${style}"><v>${value}</v></c>`;

const text = (value: string, style: number): string =>
  `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(neutral(value))}</t></is></c>`;

const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** Days since the spreadsheet's own beginning of time. */
const serial = (instant: string): number => Number(((Date.parse(instant) - EPOCH) / DAY_MS).toFixed(8));

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What XML cannot hold at all is left out. */
const escaped = (value: string): string =>
  value
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (sign) => ('\t\n\r'.includes(sign) ? sign : ''))
    .replace(/[&<>]/g, (sign) => NAMED[sign]!);

const contentTypes = (): string =>
  `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`;

const relations = (all: readonly (readonly [string, string])[]): string =>
  `${XML}<Relationships xmlns="${RELATIONS}">${all
    .map(
      ([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const workbook = (): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Export" sheetId="1" r:id="rId1"/></sheets></workbook>`;

const styles = (): string => {
  const formats = FORMATS.map((code, n) => `<numFmt numFmtId="${164 + n}" formatCode="${code}"/>`).join('');
  const used = FORMATS.map(
    (_, n) => `<xf numFmtId="${164 + n}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  ).join('');
  const font = (bold: string) => `<font>${bold}<sz val="11"/><name val="Calibri"/></font>`;
  return `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${FORMATS.length}">${formats}</numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${FORMATS.length + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>${used}</cellXfs></styleSheet>`;
};
