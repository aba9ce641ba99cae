import type { Sql } from '../../../../shared/database/sql';
import { addDays, DAY } from '../../../../shared/time-zone';
import { Diary } from './diary';
import { type DiaryFacts, factsQuery } from './facts';

/** Zones are at most so far from UTC. */
const FARTHEST_ZONE = 15 * 60 * 60 * 1000;
/** Short work goes on after a break or a night, long work may go on for weeks of holidays. */
const SHORT_WORK_MINUTES = 240;
const SHORT_REACH_DAYS = 2;
const LONG_REACH_DAYS = 31;

export interface DiaryPart {
  organisationId: string;
  serviceCentreId: string;
  /** Days on which something is to begin. */
  fromDate: string;
  toDate: string;
  minutes: number;
  now: Date;
  /** An appointment that moves. */
  except?: string | null;
}

type Read = (statement: Sql) => Promise<DiaryFacts[]>;

/** With one statement; null when the service centre is not known. */
export async function openDiary(read: Read, part: DiaryPart): Promise<Diary | null> {
  const { organisationId, serviceCentreId, fromDate, minutes, now, except = null } = part;
  const toDate = addDays(part.toDate, minutes > SHORT_WORK_MINUTES ? LONG_REACH_DAYS : SHORT_REACH_DAYS);
  const window = {
    fromDate,
    toDate,
    from: new Date(Date.parse(fromDate) - FARTHEST_ZONE),
    until: new Date(Date.parse(toDate) + DAY + FARTHEST_ZONE),
  };
  const [facts] = await read(factsQuery(organisationId, serviceCentreId, window, now));
  return facts ? new Diary(facts, fromDate, toDate, now.getTime(), except) : null;
}
