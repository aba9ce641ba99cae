import { Matches } from 'class-validator';
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { badInput, type FieldProblem } from '../../../../shared/errors';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const TIME_OR_MIDNIGHT = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const TIME_MESSAGE = { message: 'a time of day is written as 08:30' };
const END_MESSAGE = { message: 'a time of day is written as 08:30; the end of a day may be 24:00' };

export enum Weekday {
  MONDAY = 'MONDAY',
  TUESDAY = 'TUESDAY',
  WEDNESDAY = 'WEDNESDAY',
  THURSDAY = 'THURSDAY',
  FRIDAY = 'FRIDAY',
  SATURDAY = 'SATURDAY',
  SUNDAY = 'SUNDAY',
}
registerEnumType(Weekday, {
  name: 'Weekday',
  description: 'A day of the week.',
  valuesConfig: {
    MONDAY: { description: 'The first day of the week.' },
    TUESDAY: { description: 'The second.' },
    WEDNESDAY: { description: 'The third.' },
    THURSDAY: { description: 'The fourth.' },
    FRIDAY: { description: 'The fifth.' },
    SATURDAY: { description: 'The sixth.' },
    SUNDAY: { description: 'The seventh.' },
  },
});
const WEEKDAYS = Object.values(Weekday);

/** As it is stored: minutes after midnight on the wall; without a weekday it is of the days it is said for. */
export interface StoredSpan {
  /** 1 for Monday to 7 for Sunday. */
  weekday?: number;
  from: number;
  until: number;
}

@ObjectType({ description: 'A stretch of a day, in the service centre’s own time.' })
export class DaySpan {
  @Field({ description: 'From when, as `08:30`.' })
  from!: string;

  @Field({ description: 'Until when, as `12:30`; the end of the day is `24:00`.' })
  until!: string;
}

@ObjectType({ description: 'A stretch of the same day each week, in the service centre’s own time.' })
export class WeeklySpan extends DaySpan {
  @Field(() => Weekday, { description: 'The day of the week.' })
  weekday!: Weekday;
}

@InputType({ description: 'A stretch of a day, in the service centre’s own time.' })
export class DaySpanInput {
  @Field({ description: 'From when, as `08:30`.' })
  @Matches(TIME, TIME_MESSAGE)
  from!: string;

  @Field({
    description: 'Until when, as `12:30`. What goes on past midnight ends at `24:00` and begins anew.',
  })
  @Matches(TIME_OR_MIDNIGHT, END_MESSAGE)
  until!: string;
}

@InputType({ description: 'A stretch of the same day each week, in the service centre’s own time.' })
export class WeeklySpanInput extends DaySpanInput {
  @Field(() => Weekday, { description: 'The day of the week.' })
  weekday!: Weekday;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const daySpan = ({ from, until }: StoredSpan): DaySpan => ({
  from: timeOf(from),
  until: timeOf(until),
});

export const weeklySpan = (span: StoredSpan): WeeklySpan => ({
  ...daySpan(span),
  weekday: WEEKDAYS[span.weekday! - 1]!,
});

/** In order; refused when one is empty, ends before it begins or runs into another. */
export function storedSpans(given: readonly (DaySpanInput | WeeklySpanInput)[], path: string): StoredSpan[] {
  const spans = given.map((span, index) => ({
    index,
    ...('weekday' in span ? { weekday: WEEKDAYS.indexOf(span.weekday) + 1 } : {}),
    from: minutesOf(span.from),
    until: minutesOf(span.until),
  }));
  spans.sort((a, b) => (a.weekday ?? 0) - (b.weekday ?? 0) || a.from - b.from);
  const problems = spans.flatMap((span, n): FieldProblem[] => {
    const place = `${path}.${span.index}`;
    if (span.until <= span.from)
      return [{ path: `${place}.until`, code: 'ORDER', message: 'It ends after it begins.' }];
    const before = spans[n - 1];
    const meets = before && before.weekday === span.weekday && before.until > span.from;
    return meets ? [{ path: place, code: 'OVERLAP', message: 'It runs into another one of that day.' }] : [];
  });
  if (problems.length) throw badInput(problems);
  return spans.map(({ index: _given, ...span }) => span);
}
