import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import jsQR from 'jsqr';
import sharp from 'sharp';
import type { Block, TableBlock } from '../../../shared/pdf/blocks';
import { qrCode } from '../../../shared/pdf/qr';
import { renderPdf } from '../../../shared/pdf/render-pdf';
import { linesOf, type PdfPage, readPdf, readPdfs } from '../../harness/pdf';
import { content, said } from './content';

const table = (rows: string[], head = 'What'): TableBlock => ({
  kind: 'table',
  columns: [
    { head, width: { share: 1 } },
    { head: 'Much', width: { points: 60 }, align: 'right' },
  ],
  rows: rows.map((row, index) => ({ cells: [row, String(index)] })),
});
const numbered = (many: number) => Array.from({ length: many }, (_, index) => `Row ${index}`);
const pagesOf = async (body: Block[], more = {}): Promise<PdfPage[]> =>
  (await readPdf(await renderPdf(content(body, more)))).pages;

/** The same for many documents, by one reader. */
async function linesOfEach(bodies: readonly Block[][]): Promise<string[][][]> {
  const files: Buffer[] = [];
  for (const body of bodies) files.push(await renderPdf(content(body)));
  return (await readPdfs(files)).map(({ pages }) => pages.map(linesOf));
}

describe('bytes', () => {
  const sample = content(
    [said('Müller محمد كيف 车 한 क्षि 🚗'), table(numbered(80)), { kind: 'qr', data: 'ü', side: 60 }],
    { watermark: 'DRAFT', footer: [said('Foot')], running: [said('Again')] },
  );

  it('are the same twice, after other documents, and in another process', async () => {
    // Persian writes some of the same shapes with other letters.
    await renderPdf(content([said('کیف')]));
    const first = await renderPdf(sample);
    expect(await renderPdf(sample)).toEqual(first);
    const script = `require('./dist/shared/pdf/render-pdf').renderPdf(JSON.parse(process.argv[1]))
      .then((bytes) => process.stdout.write(bytes))`;
    const other = execFileSync(process.execPath, ['-e', script, JSON.stringify(sample)], {
      cwd: join(__dirname, '../../..'),
      maxBuffer: 1e8,
    });
    expect(other.equals(first)).toBe(true);
  });

  it('differ when a word does', async () => {
    const [one, other] = [await renderPdf(content([said('one')])), await renderPdf(content([said('other')]))];
    expect(one.equals(other)).toBe(false);
  });

  it('carry the fonts that they need, and no more of these than they need', async () => {
    expect((await renderPdf(content([said('车'), table(numbered(10))]))).length).toBeLessThan(60_000);
  });

  it('have title, language and the size of the paper', async () => {
    const read = await readPdf(await renderPdf({ ...sample, title: 'Übersicht №1', language: 'it-IT' }));
    expect(read).toMatchObject({ title: 'Übersicht №1', language: 'it-IT' });
    expect(read.pages[0]).toMatchObject({ width: 595.28, height: 841.89 });
    expect((await pagesOf([said('x')], { paper: 'LETTER' }))[0]).toMatchObject({ width: 612, height: 792 });
  });
});

describe('tables', () => {
  it('go on over pages: each row once, in order, the head on each page, all inside of the page', async () => {
    const pages = await pagesOf([table(numbered(200))]);
    expect(pages.length).toBeGreaterThan(3);
    const lines = pages.map(linesOf);
    for (const [index, page] of lines.entries()) {
      expect(page[0]).toBe('What Much');
      expect(page.at(-1)).toBe(`Page ${index + 1} of ${pages.length}`);
    }
    const rows = lines.flatMap((page) => page.filter((line) => line.startsWith('Row')));
    expect(rows).toEqual(numbered(200).map((row, index) => `${row} ${index}`));
    for (const { items, height } of pages) for (const { y } of items) expect(y).toBeLessThan(height - 25);
  });

  it('split a row that is higher than a page, and no other', async () => {
    const long = Array.from({ length: 150 }, (_, index) => `line ${index}`).join('\n');
    const pages = await pagesOf([table(['before', long, 'after'])]);
    const lines = pages.flatMap(linesOf).filter((line) => /line|before|after/.test(line));
    expect(lines.map((line) => line.replace(/^(before|after|line \d+).*$/, '$1'))).toEqual([
      'before',
      ...long.split('\n'),
      'after',
    ]);
    const four = Array.from({ length: 100 }, (_, index) => `row ${index}\nb\nc\nd`);
    for (const page of await pagesOf([table(four)])) {
      const words = linesOf(page).map((line) => line[0]);
      expect(words.filter((word) => word === 'd')).toHaveLength(words.filter((word) => word === 'r').length);
    }
  });

  it('have no head alone at the bottom of a page', async () => {
    const counts = Array.from({ length: 10 }, (_, index) => 30 + index);
    const documents = counts.map((rows) => [table(numbered(rows), 'First'), table(['only'], 'Second')]);
    for (const pages of await linesOfEach(documents)) {
      const withHead = pages.find((page) => page.includes('Second Much'))!;
      expect(withHead[withHead.indexOf('Second Much') + 1]).toBe('only 0');
    }
  });
});

it('what is to stay together is on one page, however much of it is left', async () => {
  const total: Block = {
    kind: 'stack',
    together: true,
    blocks: ['Net', 'Tax', 'Total'].map((text) => said(text)),
  };
  const counts = Array.from({ length: 14 }, (_, index) => 26 + index);
  for (const pages of await linesOfEach(counts.map((rows) => [table(numbered(rows)), total]))) {
    const withNet = pages.find((page) => page.includes('Net'))!;
    expect(withNet).toEqual(expect.arrayContaining(['Net', 'Tax', 'Total']));
  }
});

it('what is to stay together and is higher than a page is split all the same', async () => {
  const blocks = numbered(150).map((text) => said(text));
  const pages = await pagesOf([said('first'), { kind: 'stack', together: true, blocks }]);
  expect(pages.flatMap(linesOf).filter((line) => line.startsWith('Row'))).toEqual(numbered(150));
});

it('columns and boxes go on over pages too', async () => {
  const side = (name: string, many: number) =>
    Array.from({ length: many }, (_, index) => said(`${name}${index}`));
  const pages = await pagesOf([
    {
      kind: 'box',
      padding: 10,
      fill: '#eeeeee',
      border: '#000000',
      blocks: [
        {
          kind: 'columns',
          gap: 10,
          columns: [
            { width: { share: 1 }, blocks: side('left', 100) },
            { width: { share: 2 }, blocks: side('right', 20) },
          ],
        },
      ],
    },
    said('after'),
  ]);
  const words = pages
    .flatMap(({ items }) => items.map(({ text }) => text))
    .filter((word) => !/^Page/.test(word));
  expect(words.filter((word) => word.startsWith('left'))).toHaveLength(100);
  expect(words.filter((word) => word.startsWith('right'))).toHaveLength(20);
  expect(words.at(-1)).toBe('after');
});

it('further pages have the running head, each page the footer and, if there is one, the watermark', async () => {
  const more = { running: [said('Again')], footer: [said('Foot')], watermark: 'DRAFT' };
  const pages = await pagesOf([table(numbered(100))], more);
  expect(pages.length).toBeGreaterThan(2);
  for (const [index, page] of pages.entries()) {
    const lines = linesOf(page);
    expect(lines.includes('Again')).toBe(index > 0);
    expect(lines.join(' ')).toContain('Foot');
    expect(page.items.map(({ text }) => text).join('')).toContain('DRAFT');
  }
  expect((await pagesOf([said('x')])).flatMap(linesOf)).toEqual(['x', 'Page 1 of 1']);
});

it('a picture that is not there leaves its room; one that is there is drawn', async () => {
  const image: Block = { kind: 'image', name: 'logo', width: 100, height: 50, align: 'right' };
  const without = await renderPdf(content([image, said('x')]));
  const picture = await sharp({ create: { width: 300, height: 90, channels: 3, background: '#123456' } })
    .png()
    .toBuffer();
  const withIt = await renderPdf(content([image, said('x')]), new Map([['logo', picture]]));
  expect(withIt.length).toBeGreaterThan(without.length);
  const y = async (bytes: Buffer) =>
    (await readPdf(bytes)).pages[0]!.items.find(({ text }) => text === 'x')!.y;
  expect(await y(withIt)).toBe(await y(without));
});

it.each([
  'https://shop.example/track#rossi/7KQ2MX',
  'Ünïcode 车 🚗',
  `BCD\n002\n1\nSCT\n\nOfficina Rossi\nIT60X0542811101000000123456\nEUR1234.50\n\n\nINV-000123`,
  'x'.repeat(1200),
])('a QR code is read by others as what was written: %s', (data) => {
  const { modules, dark } = qrCode(data);
  const [scale, quiet] = [4, 16];
  const side = modules * scale + 2 * quiet;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [column, row, many] of dark)
    for (let y = row * scale + quiet; y < (row + 1) * scale + quiet; y += 1)
      for (let x = column * scale + quiet; x < (column + many) * scale + quiet; x += 1)
        pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  const found = jsQR(pixels, side, side)!;
  expect(Buffer.from(found.binaryData).toString('utf8')).toBe(data);
});
