import { DAY, datesBetween, instantOf, localDate, MINUTE } from '../../../../shared/time-zone';
import type { BayKind } from '../opening/bay.entity';
import type { Busy, DiaryFacts, ShiftFact } from './facts';
import {
  containsInstant,
  firstEndingAfter,
  type Interval,
  intersection,
  merged,
  overlapsAny,
} from './intervals';
import { isAway, minutesAway, roadOf, type Travel } from './travel';
import { closedDays, longestStretch, openIntervals, shiftIntervals } from './week';

const MINUTES_OF_A_DAY = 24 * 60;
const LONGEST_APPOINTMENT = 31 * DAY;

/** What somebody would like to book. Left open is what the diary may choose. */
export interface Wish extends Travel {
  minutes: number;
  bayId?: string | null;
  bayKind?: BayKind | null;
  technicianId?: string | null;
}

export interface Slot extends Interval {
  /** Null for a visit to a customer's home. */
  bayId: string | null;
  /** Null in a service centre that books bays alone. */
  technicianId: string | null;
  freeBays: number;
  freeTechnicians: number;
}

interface Worker {
  id: string | null;
  shifts: ShiftFact[] | null;
  work: Interval[];
  busy: Interval[];
}

interface BookedBay {
  id: string;
  kind: BayKind;
  closed: Interval[];
  busy: Interval[];
}

/**
 * A stretch of a service centre's days, with what is open and what is taken. Free slots are read off it, and what is
 * booked is held against it: the one cannot promise what the other refuses.
 */
export class Diary {
  readonly opening: Interval[];
  readonly workers: Worker[];
  readonly bays: BookedBay[];
  /** Nothing begins earlier. */
  readonly earliest: number;
  private readonly busy: readonly Busy[];

  /** `except`: an appointment or a visit that moves, and is not in its own way. */
  constructor(
    readonly facts: DiaryFacts,
    readonly fromDate: string,
    readonly toDate: string,
    readonly now: number,
    except: string | null = null,
  ) {
    const busy = facts.busy.filter(({ occupantId }) => occupantId === null || occupantId !== except);
    this.opening = openIntervals(facts, fromDate, toDate);
    this.workers = this.workersOf(busy);
    this.bays = facts.bays.map(({ id, kind }) => ({
      id,
      kind,
      closed: merged(closedDays(facts, id)),
      busy: merged(busy.filter(({ bayId }) => bayId === id)),
    }));
    this.busy = busy;
    this.earliest = now + facts.minimumNoticeMinutes * MINUTE;
  }

  /** A service centre in which nobody has a shift books its bays alone; an absence is none. */
  private workersOf(busy: readonly Busy[]): Worker[] {
    const { facts, opening } = this;
    const technicians = new Set(
      facts.shifts.filter(({ spans }) => spans.length).map(({ technicianId }) => technicianId),
    );
    if (technicians.size === 0) return [{ id: null, shifts: null, work: opening, busy: [] }];
    const load = ({ busy: taken }: Worker) => taken.reduce((sum, { from, until }) => sum + until - from, 0);
    return [...technicians]
      .map((id) => {
        const shifts = facts.shifts.filter(({ technicianId }) => technicianId === id);
        return {
          id,
          shifts,
          work: intersection(opening, shiftIntervals(facts, shifts, this.fromDate, this.toDate)),
          busy: merged(busy.filter(({ technicianId }) => technicianId === id)),
        };
      })
      .sort((a, b) => load(a) - load(b) || (a.id < b.id ? -1 : 1));
  }

  workersFor({ technicianId, ...wish }: Wish): Worker[] {
    if (!technicianId) return this.workers;
    const nobodyHasShifts = this.workers.every(({ id }) => id === null);
    if (nobodyHasShifts && isAway(wish)) return [this.withoutShifts(technicianId)];
    return this.workers.filter(({ id }) => id === technicianId);
  }

  /** Where bays are booked alone, whoever is named goes out while it is open. */
  private withoutShifts(id: string): Worker {
    const busy = merged(this.busy.filter(({ technicianId }) => technicianId === id));
    return { id, shifts: null, work: this.opening, busy };
  }

  baysFor({ bayId, bayKind }: Wish): BookedBay[] {
    return this.bays.filter((bay) => (!bayId || bay.id === bayId) && (!bayKind || bay.kind === bayKind));
  }

  /** Whether slots begin at an instant at all. */
  isOnGrid(instant: number): boolean {
    const { timeZone, slotMinutes } = this.facts;
    const date = localDate(timeZone, instant);
    for (let minutes = 0; minutes < MINUTES_OF_A_DAY; minutes += slotMinutes)
      if (instantOf(timeZone, date, minutes) === instant) return true;
    return false;
  }

  /** What begins at an instant and is free; null when nothing is. */
  slotAt(from: number, wish: Wish): Slot | null {
    const date = localDate(this.facts.timeZone, from);
    return this.free(from, wish, this.spans(date, wish));
  }

  /** The free slots that begin on these days, in order; the first so many of them. */
  slots(fromDate: string, toDate: string, wish: Wish, most = Number.POSITIVE_INFINITY): Map<string, Slot[]> {
    const { timeZone, slotMinutes } = this.facts;
    const found = new Map<string, Slot[]>();
    let count = 0;
    for (const date of datesBetween(fromDate, toDate)) {
      const spans = this.spans(date, wish);
      const ofDay: Slot[] = [];
      let last = 0;
      for (let minutes = 0; minutes < MINUTES_OF_A_DAY && count < most; minutes += slotMinutes) {
        const from = instantOf(timeZone, date, minutes);
        // What the clock skips is moved forward, onto what comes after it.
        const slot = from > last ? this.free(from, wish, spans) : null;
        last = Math.max(last, from);
        if (!slot) continue;
        ofDay.push(slot);
        count += 1;
      }
      found.set(date, ofDay);
    }
    return found;
  }

  /** When work that begins at an instant ends for somebody; null when it does not fit. */
  endOf({ work }: Worker, from: number, minutes: number, spans: boolean): number | null {
    let index = firstEndingAfter(work, from);
    let left = minutes * MINUTE;
    let at = from;
    if (!work[index] || work[index]!.from > from) return null;
    for (; index < work.length; index += 1) {
      at = Math.max(at, work[index]!.from);
      if (at + left <= work[index]!.until) return at + left - from <= LONGEST_APPOINTMENT ? at + left : null;
      if (!spans) return null;
      left -= work[index]!.until - at;
    }
    return null;
  }

  /** Whether the work is longer than anybody works without a break, and goes on when they are there again. */
  spans(date: string, wish: Wish): boolean {
    if (isAway(wish)) return false;
    return this.workersFor(wish).every(
      ({ shifts }) => wish.minutes > longestStretch(this.facts, shifts, date),
    );
  }

  private free(from: number, wish: Wish, spans: boolean): Slot | null {
    const leaves = from - roadOf(wish);
    if (leaves < this.earliest || !containsInstant(this.opening, leaves)) return null;
    const found = this.ableFrom(leaves, wish, spans);
    const [worker] = found.able;
    if (!worker) return null;
    const slot = {
      from,
      until: found.until - roadOf(wish),
      technicianId: worker.id,
      freeTechnicians: worker.id === null ? 0 : found.able.length,
    };
    if (isAway(wish)) return { ...slot, bayId: null, freeBays: 0 };
    const bays = this.baysFor(wish).filter(
      ({ busy, closed }) => !overlapsAny(busy, from, slot.until) && !overlapsAny(closed, from, slot.until),
    );
    const [bay] = bays;
    return bay ? { ...slot, bayId: bay.id, freeBays: bays.length } : null;
  }

  /** Those who are free for all of it and done with it first. */
  private ableFrom(from: number, wish: Wish, spans: boolean): { until: number; able: Worker[] } {
    const minutes = minutesAway(wish);
    let until = Number.POSITIVE_INFINITY;
    let able: Worker[] = [];
    for (const worker of this.workersFor(wish)) {
      const end = this.endOf(worker, from, minutes, spans);
      if (end === null || end > until || overlapsAny(worker.busy, from, end)) continue;
      if (end < until) able = [];
      until = end;
      able.push(worker);
    }
    return { until, able };
  }
}
