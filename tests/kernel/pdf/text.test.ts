import { renderPdf } from '../../../shared/pdf/render-pdf';
import { linesOf, type PdfPage, readPdf } from '../../harness/pdf';
import { content, said } from './content';

/** What a reader of the document finds, without the number of the page. */
async function written(text: string): Promise<{ lines: string[]; page: PdfPage }> {
  const { pages } = await readPdf(await renderPdf(content([said(text)])));
  const page = pages[0]!;
  return { lines: linesOf(page).filter((line) => !line.startsWith('Page ')), page };
}

const MARK = '\ufffd';

it.each([
  ['Latin', 'Señor Žižek, Łódź, İstanbul, Đặng Văn Việt'],
  ['Greek', 'Αλέξανδρος Ωραίος'],
  ['Cyrillic', 'Щедрин Їжак Ѓорѓи'],
  ['Chinese', '汽车维修股份有限公司'],
  ['traditional Chinese', '臺灣汽車維修'],
  ['Japanese', '東京モーター かぶしきがいしゃ'],
  ['Korean', '한국 자동차 정비'],
  ['signs of currencies', '€ £ ₹ ₦ ₺ ₽ ¥ KSh ₪'],
  ['several in one line', 'Müller Мюллер 米勒 Μύλλερ 뮐러'],
])('%s is written, and found again as it was', async (_, text) => {
  expect((await written(text)).lines).toEqual([text]);
});

it('Arabic and Hebrew read from right to left, each word in its order, numbers from left to right', async () => {
  expect((await written('محمد عبد الله')).lines.join()).toContain('محمد');
  const hebrew = await written('שלום עולם 2026');
  expect(hebrew.lines.join()).toContain('שלום עולם');
  const at = (text: string) => hebrew.page.items.find((item) => item.text.includes(text))!;
  expect(at('2026').x).toBeLessThan(at('שלום').x);
});

it('an Arabic name stands where it belongs in a line that reads from left to right', async () => {
  const { page } = await written('Customer: محمد, Milano');
  const at = (text: string) => page.items.find((item) => item.text.includes(text))!.x;
  expect(at('Customer')).toBeLessThan(at('محمد'));
  expect(at('محمد')).toBeLessThan(at('Milano'));
});

it('Arabic letters are joined: a word is narrower than its letters alone', async () => {
  const width = async (text: string) =>
    (await written(text)).page.items
      .filter((item) => /\p{Script=Arabic}/u.test(item.text))
      .reduce((sum, item) => sum + item.width, 0);
  expect(await width('محمد')).toBeLessThan((await width('م ح م د')) * 0.8);
});

it('Devanagari is shaped: a cluster is as wide as its conjunct, not as its parts', async () => {
  const width = async (text: string) =>
    (await written(text)).page.items.reduce(
      (sum, item) => sum + (item.text.includes('Page') ? 0 : item.width),
      0,
    );
  // क्षि is one syllable: the vowel sign goes before the conjunct of two letters.
  expect(await width('क्षि')).toBeLessThan(await width('कषइ'));
});

it.each([
  ['emoji', 'Anna 🚗 Bianchi', `Anna ${MARK} Bianchi`],
  ['a family of emoji, joined', 'x 👨‍👩‍👧‍👦 y', `x ${MARK} y`],
  ['a flag', 'x 🇮🇹 y', `x ${MARK} y`],
  ['half of a surrogate pair', 'x \ud83d y', `x ${MARK} y`],
  ['private use', 'x \ue000 y', `x ${MARK} y`],
  ['a script without a font', 'x ᚠ y', `x ${MARK} y`],
])('of %s, which no font has, there is a mark', async (_, text, shown) => {
  expect((await written(text)).lines).toEqual([shown]);
});

it.each([
  ['spaces of no width', 'An\u200bna\ufeff', 'Anna'],
  ['marks and overrides of direction', 'Total \u202e00.1\u202c \u2066EUR\u2069\u200f', 'Total 00.1 EUR'],
  ['soft hyphens', 'Werk\u00adstatt', 'Werkstatt'],
  ['controls', 'a\u0000b\u0007c\u001bd', 'abcd'],
  ['variants', '❤\ufe0e1\ufe0f', `${MARK}1`],
  ['narrow spaces of numbers', '1\u202f234', '1 234'],
  ['a letter and its marks apart', 'Zu\u0308rich', 'Zürich'],
])('%s do not change what is read', async (_, text, shown) => {
  const { lines } = await written(text);
  expect(lines.map((line) => line.replaceAll('\u00a0', ' '))).toEqual([shown]);
});

it('a text of nothing that has a shape is an empty line', async () => {
  for (const text of ['', ' ', '\u200b\u200d', '\u202e']) expect((await written(text)).lines).toEqual([]);
});

it.each([
  ['two hundred letters without a space', 'W'.repeat(200)],
  ['two hundred Chinese characters', '车'.repeat(200)],
  ['two hundred emoji', '🚗'.repeat(200)],
  ['two hundred Arabic letters', 'محمد'.repeat(50)],
  ['four thousand letters without a space', 'x'.repeat(4000)],
])('%s stay inside of the page', async (_, text) => {
  const { pages } = await readPdf(await renderPdf(content([said(text)])));
  const items = pages.flatMap((page) => page.items.map((item) => ({ ...item, page })));
  for (const { x, y, width, page } of items) {
    expect(x).toBeGreaterThanOrEqual(47);
    expect(x + width).toBeLessThanOrEqual(page.width - 47);
    expect(y).toBeLessThan(page.height - 20);
  }
  const letters = items.filter((item) => !item.text.startsWith('Page')).map((item) => item.text);
  expect(Array.from(letters.join('').replace(/\s/g, '')).length).toBe(Array.from(text).length);
});

it('a text with a most of lines ends in an ellipsis, in both directions', async () => {
  const of = async (text: string) => {
    const { pages } = await readPdf(await renderPdf(content([{ kind: 'text', text, lines: 2 }])));
    return linesOf(pages[0]!).filter((line) => !line.startsWith('Page'));
  };
  const long = await of('many words of a text '.repeat(40));
  expect(long).toHaveLength(2);
  expect(long[1]!.endsWith('…')).toBe(true);
  expect(await of('محمد '.repeat(200))).toHaveLength(2);
  expect(await of('short')).toEqual(['short']);
});
