import type { FiguresFragment } from '../generated/operations';
import { el, svg } from '../page/dom';
import type { Formats } from '../page/formats';
import { wordsOf } from './words';

type Chart = FiguresFragment['charts'][number];
type Series = Chart['series'][number];

const WIDTH = 320;
const HEIGHT = 92;
const TOP = 14;
const BOTTOM = 18;
const ROUNDED = 2;
const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Bars for those who see them, and the same numbers as a table for those who do not. One chart for each currency. */
export function chartViews(chart: Chart, formats: Formats): HTMLElement[] {
  const currencies = [...new Set(chart.series.map(({ currency }) => currency))];
  return currencies.map((currency) =>
    chartView(
      chart,
      chart.series.filter((each) => each.currency === currency),
      formats,
    ),
  );
}

function chartView({ name, labels }: Chart, series: readonly Series[], formats: Formats): HTMLElement {
  const [first] = series;
  const title = first?.currency ? `${wordsOf(name)}, ${first.currency}` : wordsOf(name);
  const shown = labels.map((label) => (IS_DAY.test(label) ? formats.day(label) : wordsOf(label)));
  const format = (value: number) =>
    first?.currency ? formats.money(value, first.currency) : formats.number(value);
  return el(
    'figure',
    { class: 'chart' },
    el('figcaption', {}, title, legend(series)),
    bars(series, shown, format),
    table(title, series, shown, format),
  );
}

function legend(series: readonly Series[]): HTMLElement | null {
  if (series.length < 2) return null;
  const entries = series.map(({ name }, n) => el('span', { class: `key series-${n}` }, wordsOf(name)));
  return el('span', { class: 'legend' }, ...entries);
}

function bars(series: readonly Series[], labels: readonly string[], format: (value: number) => string) {
  const largest = Math.max(0, ...series.flatMap(({ values }) => values));
  const slot = WIDTH / Math.max(labels.length, 1);
  const width = (slot * 0.7) / Math.max(series.length, 1);
  const scale = (HEIGHT - TOP - BOTTOM) / (largest || 1);
  const drawn = series.flatMap(({ values }, n) =>
    values.map((value, at) => {
      // What was credited is below nothing, where no bar fits: the table tells it.
      const height = Math.max(value, 0) * scale;
      const x = at * slot + slot * 0.15 + n * width;
      const place = { x, y: HEIGHT - BOTTOM - height, width: width * 0.92, height };
      return svg('rect', { class: `bar series-${n}`, rx: ROUNDED, ...place });
    }),
  );
  const floor = HEIGHT - BOTTOM;
  return svg(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true' },
    svg('line', { class: 'grid', x1: 0, x2: WIDTH, y1: TOP, y2: TOP }),
    svg('line', { class: 'grid', x1: 0, x2: WIDTH, y1: floor, y2: floor }),
    svg('text', { x: 0, y: TOP - 4 }, largest > 0 ? format(largest) : ''),
    ...drawn,
    ...axis(labels, slot),
  );
}

/** As many labels as fit. */
function axis(labels: readonly string[], slot: number): SVGTextElement[] {
  const longest = Math.max(1, ...labels.map(({ length }) => length));
  const every = Math.max(1, Math.ceil((longest * 6.2) / slot));
  return labels.flatMap((label, at) =>
    at % every === 0
      ? [svg('text', { x: at * slot + slot / 2, y: HEIGHT - 5, 'text-anchor': 'middle' }, label)]
      : [],
  );
}

function table(
  title: string,
  series: readonly Series[],
  labels: readonly string[],
  format: (value: number) => string,
): HTMLElement {
  const head = el('tr', {}, el('td'), ...series.map(({ name }) => el('th', { scope: 'col' }, wordsOf(name))));
  const rows = labels.map((label, at) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, label),
      ...series.map(({ values }) => el('td', {}, format(values[at] ?? 0))),
    ),
  );
  return el(
    'div',
    { class: 'visually-hidden' },
    el('table', {}, el('caption', {}, title), el('thead', {}, head), el('tbody', {}, ...rows)),
  );
}
