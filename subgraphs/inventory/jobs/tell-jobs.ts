import { idList, sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { JobPartStatus } from './job-part.lifecycle';
import type { Line } from './line';

interface Told {
  id: string;
  serviceCentreId: string;
  revision: number;
  waiting: number;
}

/** Says of each job whose lines changed how many of them wait now, and which word is the later one. */
export async function tellJobs(
  tx: Transaction,
  changed: readonly Line[],
  served: ReadonlySet<string>,
): Promise<void> {
  if (changed.length === 0) return;
  const short = new Set(
    changed.filter(({ growth }) => growth.gt(0)).map(({ about: { jobCardId } }) => jobCardId),
  );
  for (const { id, serviceCentreId, waiting, revision } of await countWaiting(tx, changed)) {
    const subject = { subjectType: 'JobCard', subjectId: id };
    tx.emit({
      name: 'JobPartsChanged',
      ...subject,
      payload: { jobCardId: id, serviceCentreId, waiting, revision },
    });
    if (short.has(id)) tx.emit({ name: 'PartsNotAvailable', ...subject });
    if (served.has(id) && waiting === 0) tx.emit({ name: 'PartsArrived', ...subject });
  }
}

function countWaiting(tx: Transaction, changed: readonly Line[]): Promise<Told[]> {
  const ids = idList([...new Set(changed.map(({ about: { jobCardId } }) => jobCardId))]);
  return tx.query<Told>(sql`
    update inventory.supplied_job t
    set revision = t.revision + 1, version = t.version + 1, updated_at = ${tx.now}
    where t.organisation_id = ${tx.organisationId} and t.id = any(${ids}::uuid[])
    returning t.id, t.service_centre_id as "serviceCentreId", t.revision, (select count(*)::integer from inventory.job_part p
      where p.organisation_id = t.organisation_id and p.job_card_id = t.id
        and p.status = ${JobPartStatus.WAITING}) as waiting`);
}
