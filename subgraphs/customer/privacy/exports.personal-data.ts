import { sql } from '../../../shared/database/sql';
import type { PersonalData } from '../../../shared/personal-data/personal-data';
import { exportedRecords, whoeverAsks } from '../../../shared/personal-data/personal-records';
import { FORGET_PARTS } from './assemble-export.task';
import { endExport } from './expire-export.task';
import { dataExports } from './privacy.loader';

const of = (customerId: string) => sql`t.customer_id = ${customerId}`;

/** The copies that were handed out hold what is being erased. */
export const exportsPersonalData: PersonalData = {
  ...exportedRecords({
    section: 'dataExports',
    table: 'customer.data_export',
    type: dataExports,
    of,
    omit: ['requestedById', 'fileId'],
  }),
  async erase(tx, customerId) {
    const made = await tx.rows(whoeverAsks(dataExports), of(customerId), sql`for no key update of t`);
    for (const each of made) {
      await endExport(tx, each);
      tx.enqueue({ task: FORGET_PARTS, payload: { exportId: each.id } });
    }
    return { erased: { dataExports: made.length }, kept: [] };
  },
};
