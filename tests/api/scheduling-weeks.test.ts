import { openIntervals } from '../../subgraphs/workshop/scheduling/slots/week';

/** What is open round the clock, in weeks in which days are not of 24 hours; of years that nobody can book any more, too. */
const ROUND_THE_CLOCK = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, until: 24 * 60 }));
const MORNINGS = ROUND_THE_CLOCK.map((span) => ({ ...span, from: 0, until: 6 * 60 }));

const open = (timeZone: string, week: typeof MORNINGS, fromDate: string, toDate = fromDate) =>
  openIntervals(
    {
      timeZone,
      active: true,
      slotMinutes: 30,
      minimumNoticeMinutes: 0,
      opening: [{ validFrom: '2000-01-01', week }],
      closures: [],
      bays: [],
      shifts: [],
      busy: [],
    },
    fromDate,
    toDate,
  ).map(({ from, until }) => ({
    from: new Date(from).toISOString().slice(0, 16),
    hours: (until - from) / 3_600_000,
  }));

it.each([
  ['Europe/Rome', '2026-03-29', '2026-03-28T23:00', 23, 5],
  ['Europe/Rome', '2026-10-25', '2026-10-24T22:00', 25, 7],
  // From midnight straight to one o'clock; and eleven in the evening twice.
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00', 23, 5],
  ['America/Sao_Paulo', '2018-02-17', '2018-02-17T02:00', 25, 6],
  ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30', 23.5, 5.5],
  ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00', 24.5, 6.5],
])('in %s the %s begins at %s and has %d hours, its morning %d', (zone, date, begins, hours, morning) => {
  expect(open(zone, ROUND_THE_CLOCK, date)).toEqual([{ from: begins, hours }]);
  expect(open(zone, MORNINGS, date)).toEqual([{ from: begins, hours: morning }]);
});

it.each([
  ['Europe/Rome', '2026-03-23', 167],
  ['Europe/Rome', '2026-10-19', 169],
  ['America/Sao_Paulo', '2018-10-29', 167],
  ['America/Sao_Paulo', '2018-02-12', 169],
  ['Australia/Lord_Howe', '2026-09-28', 167.5],
  ['Australia/Lord_Howe', '2026-03-30', 168.5],
])('in %s the week from %s is open in one piece, for %d hours', (zone, monday, hours) => {
  const sunday = new Date(Date.parse(monday) + 6 * 86_400_000).toISOString().slice(0, 10);
  expect(open(zone, ROUND_THE_CLOCK, monday, sunday)).toMatchObject([{ hours }]);
});
