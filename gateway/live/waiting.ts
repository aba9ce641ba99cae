import { type Happening, hears, type Listening } from '../../shared/live/happening';

/** Somebody who has come to the end of the log. */
export interface Waiting {
  listening: Listening;
  /** There was nothing for them up to this position. */
  wake(position: number): void;
}

/**
 * Who waits, by the record that they wait for. Most watch one of a thousand, and are found by it: nobody is looked at
 * for each event of the organisation.
 */
export class WaitingList {
  /** Under undefined, those who listen to any record. */
  private readonly byRecord = new Map<string | undefined, Set<Waiting>>();

  add(waiting: Waiting): void {
    const { subjectId } = waiting.listening;
    const beside = this.byRecord.get(subjectId);
    if (beside) beside.add(waiting);
    else this.byRecord.set(subjectId, new Set([waiting]));
  }

  delete(waiting: Waiting): void {
    const { subjectId } = waiting.listening;
    const beside = this.byRecord.get(subjectId);
    beside?.delete(waiting);
    if (beside?.size === 0) this.byRecord.delete(subjectId);
  }

  /** Who is woken may leave the list at once. */
  wakeFor(happening: Happening): void {
    for (const record of [happening.subjectId, undefined])
      for (const waiting of this.byRecord.get(record) ?? [])
        if (hears(waiting.listening, happening)) waiting.wake(happening.position - 1);
  }

  wakeAll(position: number): void {
    for (const those of this.byRecord.values()) for (const waiting of those) waiting.wake(position);
  }
}
