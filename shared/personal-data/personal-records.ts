import { everyone, type Readable } from '../database/readable';
import { type Sql, sql } from '../database/sql';
import type { Given, Stored, Transaction } from '../database/transaction';
import type { PersonalData } from './personal-data';
import { redactAudit } from './redact';

/** Where the records are that are about somebody. */
export interface RecordsAbout<E extends Stored> {
  section: string;
  /** `schema.table` */
  table: string;
  type: Readable<E>;
  /** Which records are about somebody; the table's alias is `t`. */
  of(personId: string): Sql;
  /** Properties that are no data about a person: hashes, what the database makes for itself. */
  omit?: readonly (keyof E & string)[];
}

export interface PersonalRecords<E extends Stored> extends RecordsAbout<E> {
  /** What the records become; `delete` where nothing of them has to stay. */
  erased: 'delete' | ((tx: Transaction) => Given<E>);
  /** Where records stay, without the person: the reason. */
  keptBecause?: string;
}

/** The records of one table, handed out as they are; how they are erased is said beside. */
export function exportedRecords<E extends Stored>({
  section,
  table,
  type,
  of,
  omit = [],
}: RecordsAbout<E>): Omit<PersonalData, 'erase'> {
  const omitted = new Set<string>(['organisationId', ...omit]);
  return {
    sections: { [section]: table },
    async export(context, personId) {
      const rows = await context.reader.rows(whoeverAsks(type), of(personId), sql`order by t.id`);
      const shown = rows.map((row) =>
        Object.fromEntries(Object.entries(row).filter(([property]) => !omitted.has(property))),
      );
      return { [section]: shown };
    },
  };
}

/** The records of one table: handed out as they are, overwritten or deleted, and blanked in the audit log. */
export function personalRecords<E extends Stored>(records: PersonalRecords<E>): PersonalData {
  const { section, type, of, erased, keptBecause } = records;
  return {
    ...exportedRecords(records),
    async erase(tx, personId) {
      const ids = await tx.erase(type.entity, of(personId), erased === 'delete' ? null : erased(tx));
      await redactAudit(tx, type.entity.name, ids);
      const kept = keptBecause ? [{ what: section, many: ids.length, why: keptBecause }] : [];
      return { erased: { [section]: ids.length }, kept };
    },
  };
}

/** Read whoever asks: that they may export or erase was asked before. */
export const whoeverAsks = <E extends Stored>(type: Readable<E>): Readable<E> => ({
  ...type,
  permission: null,
  visible: everyone,
});
