import { type Happening, hears } from '../../shared/live/happening';
import type { Reader } from './reader';

/**
 * Who has come to the end of the log, by the record that they wait for. Most watch one of a thousand, and are found by
 * it: nobody is looked at for each event of the organisation.
 */
export class WaitingList {
  /** Under undefined, those who listen to any record. */
  private readonly byRecord = new Map<string | undefined, Set<Reader>>();

  add(reader: Reader): void {
    const { subjectId } = reader.listening;
    const beside = this.byRecord.get(subjectId);
    if (beside) beside.add(reader);
    else this.byRecord.set(subjectId, new Set([reader]));
  }

  delete(reader: Reader): void {
    const { subjectId } = reader.listening;
    const beside = this.byRecord.get(subjectId);
    beside?.delete(reader);
    if (beside?.size === 0) this.byRecord.delete(subjectId);
  }

  /** Who is woken leaves the list. */
  wakeFor(happening: Happening): void {
    for (const record of [happening.subjectId, undefined])
      for (const reader of this.byRecord.get(record) ?? [])
        if (hears(reader.listening, happening)) reader.wake(happening.position - 1);
  }
}
