import type { Live } from '../client/live';
import type { Session } from '../client/session';
import {
  type DashboardPeriod,
  FiguresChangesDocument,
  FiguresDocument,
  type FiguresFragment,
  type KpiName,
  ReachedDocument,
} from '../generated/operations';
import { el, hiddenText } from '../page/dom';
import type { Formats } from '../page/formats';
import { chartViews } from './chart';
import { KPI_WORDS } from './words';

type Kpi = FiguresFragment['kpis'][number];

interface Around {
  session: Session;
  live: Live;
  formats: Formats;
  serviceCentreId: string | null;
}

const PERIODS: Readonly<Record<DashboardPeriod, string>> = {
  DAY: 'Today',
  WEEK: 'This week',
  MONTH: 'This month',
  YEAR: 'This year',
};
const SHARES: readonly KpiName[] = ['ON_TIME', 'UTILISATION'];
const TRENDS = { UP: ['▲', 'more'], DOWN: ['▼', 'fewer'], SAME: null } as const;

/** The numbers and the charts above the board, in one's own layout. */
export function figuresView({ session, live, formats, serviceCentreId }: Around): HTMLElement {
  const kpis = el('ul', { class: 'kpis' });
  const charts = el('div', { class: 'charts' });
  const choice = el('select', { 'aria-label': 'Period of the figures' });
  for (const [value, name] of Object.entries(PERIODS)) choice.append(el('option', { value }, name));

  const show = (figures: FiguresFragment) => {
    const named = (type: string) =>
      figures.widgets.filter((each) => each.type === type).map(({ name }) => name);
    kpis.replaceChildren(...inLayout(figures.kpis, named('KPI')).map((kpi) => kpiView(kpi, formats)));
    charts.replaceChildren(
      ...inLayout(figures.charts, named('CHART')).flatMap((chart) => chartViews(chart, formats)),
    );
  };

  let leave = () => {};
  const follow = () => {
    leave();
    const asked = { serviceCentreId, period: choice.value as DashboardPeriod };
    leave = live.follow({
      document: FiguresChangesDocument,
      variables: (after) => ({ after: after ?? null, ...asked }),
      async fetch() {
        const { liveCursor } = await session.ask(ReachedDocument, {});
        show((await session.ask(FiguresDocument, asked)).dashboard);
        return liveCursor;
      },
      take({ dashboardUpdated: { cursor, dashboard } }) {
        show(dashboard);
        return cursor;
      },
    });
  };
  choice.addEventListener('change', follow);
  follow();
  return el('section', { class: 'figures', id: 'figures', 'aria-label': 'Figures' }, choice, kpis, charts);
}

const inLayout = <Named extends { name: string }>(all: readonly Named[], names: readonly string[]): Named[] =>
  names.flatMap((name) => all.find((each) => each.name === name) ?? []);

function kpiView(kpi: Kpi, formats: Formats): HTMLElement {
  const trend = kpi.trend && TRENDS[kpi.trend];
  return el(
    'li',
    { class: 'kpi' },
    el('span', { class: 'label' }, KPI_WORDS[kpi.name]),
    el('span', { class: 'value' }, shownValue(kpi, formats)),
    trend &&
      el(
        'span',
        { class: 'trend' },
        el('span', { 'aria-hidden': 'true' }, trend[0]),
        hiddenText(`${trend[1]} than in the period before`),
      ),
  );
}

function shownValue({ name, value, amounts }: Kpi, formats: Formats): string {
  if (amounts.length)
    return amounts.map(({ amount, currency }) => formats.money(Number(amount), currency)).join(', ');
  if (value === null) return '–';
  return SHARES.includes(name) ? formats.percent(value) : formats.number(value);
}
