import { IsOptional, IsUUID } from 'class-validator';
import { ArgsType, Field, ID, registerEnumType } from 'type-graphql';
import { badField } from '../../../shared/errors';
import { LocalDateScalar } from '../../../shared/scalars';
import type { Context } from '../../../shared/subgraph/context';
import { addDays, datesBetween, localDate } from '../../../shared/time-zone';
import type { Days } from '../figures/days';
import { type CentreScope, centreScope } from '../scope/centres';

const LONGEST_DAYS = 1100;
const MOST_LABELS = 400;
/** Of rows that are as many as there are people, services or suppliers. */
export const MOST_ROWS = 500;

export enum ReportInterval {
  DAY = 'DAY',
  WEEK = 'WEEK',
  MONTH = 'MONTH',
  YEAR = 'YEAR',
}
registerEnumType(ReportInterval, {
  name: 'ReportInterval',
  description: 'What the days of a report are cut into.',
  valuesConfig: {
    DAY: { description: 'Days.' },
    WEEK: { description: 'Weeks, from Monday.' },
    MONTH: { description: 'Months of the calendar.' },
    YEAR: { description: 'Years of the calendar.' },
  },
});

@ArgsType()
export class CentreArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'A service centre that you work in; all of yours together if left out.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;
}

@ArgsType()
export class ReportArgs extends CentreArgs {
  @Field(() => LocalDateScalar, { description: 'The first day, of each service centre’s own calendar.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: `The last day; ${LONGEST_DAYS} days at the most.` })
  to!: string;

  @Field(() => ReportInterval, {
    defaultValue: ReportInterval.MONTH,
    description: 'What charts cut the days into.',
  })
  interval!: ReportInterval;
}

/** What a report is about: its parts are counted when they are asked for. */
export interface Reported {
  scope: CentreScope;
  days: Days;
  interval: ReportInterval;
}

export async function openReport(context: Context, args: ReportArgs): Promise<Reported> {
  const { from, to, interval, serviceCentreId } = args;
  if (to < from) throw badField('to', 'ORDER', 'The last day is not before the first.');
  if (to > addDays(from, LONGEST_DAYS - 1))
    throw badField('to', 'TOO_LONG', `Ask for ${LONGEST_DAYS} days at the most.`);
  if (interval === ReportInterval.DAY && datesBetween(from, to).length > MOST_LABELS)
    throw badField('interval', 'TOO_MANY', `Ask for ${MOST_LABELS} single days at the most.`);
  return { scope: await centreScope(context, serviceCentreId), days: { from, to }, interval };
}

/** Today, by the calendar of the report. */
export const todayOf = ({ kernel }: Context, { timeZone }: CentreScope): string =>
  localDate(timeZone, kernel.clock.now().getTime());
