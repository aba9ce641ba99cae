import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { csv } from '../../subgraphs/reporting/exports/formats/csv';
import type { SheetColumn, SheetRow } from '../../subgraphs/reporting/exports/formats/sheet';
import { xlsx } from '../../subgraphs/reporting/exports/formats/xlsx';
import { unzip } from './unzip.fixtures';

const COLUMNS: SheetColumn[] = [
  { name: 'NAME', kind: 'TEXT' },
  { name: 'COUNT', kind: 'NUMBER' },
  { name: 'TOTAL', kind: 'MONEY' },
  { name: 'DAY', kind: 'DAY' },
  { name: 'AT', kind: 'TIME' },
];
const HOSTILE = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'];

async function* batches(...all: SheetRow[][]) {
  yield* all;
}

test('CSV: quotes what needs it, runs no formula, leaves numbers alone', async () => {
  const rows = HOSTILE.map((name): SheetRow => [name, '-5', '-1.50', null, null]);
  const odd: SheetRow = ['a "b", c\nd', '1', '2.00', '2026-01-31', '2026-01-31T10:00:00.000Z'];
  const written = await text(Readable.from(csv(COLUMNS, batches(rows, [odd]))));
  expect(written).toBe(
    [
      '\uFEFFNAME,COUNT,TOTAL,DAY,AT',
      "'=1+1,-5,-1.50,,",
      "'+1,-5,-1.50,,",
      "'-1,-5,-1.50,,",
      "'@SUM(A1),-5,-1.50,,",
      "'\tx,-5,-1.50,,",
      '"\'\rx",-5,-1.50,,',
      '"a ""b"", c\nd",1,2.00,2026-01-31,2026-01-31T10:00:00.000Z',
      '',
    ].join('\r\n'),
  );
});

/** What stands in the cells of a sheet: their style, and their text or number. */
const cellsOf = (sheet: string) =>
  [...sheet.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row!.matchAll(/<c(?: s="(\d)")?(?: t="(\w+)")?(?:\/>|>(.*?)<\/c>)/gs)].map(
      ([, style, type, inner]) => {
        const value = inner?.replace(/<[^>]*>/g, '');
        return inner === undefined
          ? null
          : type === 'inlineStr'
            ? value
            : { style: Number(style), value: Number(value) };
      },
    ),
  );

test('XLSX: opens again with text, numbers, money with its decimals, days and instants', async () => {
  const rows: SheetRow[] = [
    ['A & <b>', '12', '-1234.50', '2026-01-31', '2026-01-31T12:00:00.000Z'],
    ['bell\u0007', '0.25', '500', null, null],
    ['dinar', '1', '1.250', '1970-01-01', null],
    ...HOSTILE.map((name): SheetRow => [name, null, null, null, null]),
  ];
  const parts = unzip(await buffer(Readable.from(xlsx(COLUMNS, batches(rows.slice(0, 2), rows.slice(2))))));
  expect([...parts.keys()]).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  const sheet = parts.get('xl/worksheets/sheet1.xml')!;
  const formats = [...parts.get('xl/styles.xml')!.matchAll(/formatCode="([^"]+)"/g)].map(([, code]) => code);
  expect(formats).toEqual(['yyyy-mm-dd', 'yyyy-mm-dd hh:mm', '#,##0', '#,##0.00', '#,##0.000']);
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(sheet).toContain('<col min="1" max="1" width="24" customWidth="1"/>');
  const number = (style: number, value: number) => ({ style, value });
  expect(cellsOf(sheet)).toEqual([
    ['NAME', 'COUNT', 'TOTAL', 'DAY', 'AT'],
    ['A &amp; &lt;b&gt;', number(0, 12), number(5, -1234.5), number(2, 46053), number(3, 46053.5)],
    ['bell', number(0, 0.25), number(4, 500), null, null],
    ['dinar', number(0, 1), number(6, 1.25), number(2, 25569), null],
    ...HOSTILE.map((name) => [`'${name}`, null, null, null, null]),
  ]);
});

const MEGABYTE = 1024 * 1024;

test.each([
  ['CSV', csv],
  ['XLSX', xlsx],
] as const)('%s: 200,000 rows go through memory that stays as it is', async (_, write) => {
  const folder = await mkdtemp(join(tmpdir(), 'liftbay-export-'));
  try {
    let most = 0;
    const before = process.memoryUsage();
    async function* many() {
      for (let n = 0; n < 100; n += 1) {
        const used = process.memoryUsage();
        most = Math.max(most, used.heapUsed - before.heapUsed + used.external - before.external);
        yield Array.from({ length: 2000 }, (_row, k): SheetRow => {
          const id = String(n * 2000 + k);
          return [`Somebody with a name ${id}`, id, `${id}.50`, '2026-01-31', '2026-01-31T12:00:00.000Z'];
        });
      }
    }
    const path = join(folder, 'file');
    await pipeline(Readable.from(write(COLUMNS, many())), createWriteStream(path));
    expect((await stat(path)).size).toBeGreaterThan(MEGABYTE);
    expect(most / MEGABYTE).toBeLessThan(100);
  } finally {
    await rm(folder, { recursive: true });
  }
});
