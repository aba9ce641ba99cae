import {
  everyone,
  inCentres,
  type Readable,
  readable,
  type Viewer,
  visibleTo,
} from '../../../../shared/database/readable';
import { raw, type Sql, sql } from '../../../../shared/database/sql';
import { TimeEntry } from './time-entry.entity';
import { TimeEntryCorrection } from './time-entry-correction.entity';

/** Staff see the clocks of their service centres, technicians their own. */
function visibleEntry({ identity, reach }: Viewer, entry = raw('t')): Sql {
  return reach === 'all'
    ? inCentres({ identity, reach }, sql`${entry}.service_centre_id`)
    : sql`${entry}.technician_id = ${identity.actorId}`;
}

export const timeEntries = readable({
  entity: TimeEntry,
  permission: 'time:read',
  called: 'Time entry',
  visible: (viewer) => visibleEntry(viewer),
});

export const runningEntries = readable({
  ...timeEntries,
  visible: (viewer) => sql`t.ended_at is null and ${visibleEntry(viewer)}`,
});

/** The entries that they may see and that this permission of theirs reaches. */
export const timeEntriesFor = (permission: string): Readable<TimeEntry> =>
  readable({
    ...timeEntries,
    permission,
    visible: (viewer) => sql`(${visibleTo(timeEntries, viewer.identity)}) and (${visibleEntry(viewer)})`,
  });

/** For sums and for what stops clocks: whoever's they are. */
export const everyEntry = readable({ ...timeEntries, permission: null, visible: everyone });

export const corrections = readable({
  entity: TimeEntryCorrection,
  permission: 'time:read',
  called: 'Correction',
  visible: (
    viewer,
  ) => sql`exists (select from workshop.time_entry e where e.organisation_id = t.organisation_id
    and e.id = t.time_entry_id and ${visibleEntry(viewer, raw('e'))})`,
});
