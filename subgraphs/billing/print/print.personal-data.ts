import { sql } from '../../../shared/database/sql';
import { forgetPdfsTask, forgetWith } from '../../../shared/pdf/forget-pdfs';
import type { PersonalData } from '../../../shared/personal-data/personal-data';
import { folderOf } from './print-url';

const FORGET = 'forget-printed-drafts';

export const forgetPrintedDraftsTask = forgetPdfsTask(FORGET);

/**
 * What was printed of drafts and offers goes with the person; what was issued is kept with its record, as the law
 * wants.
 */
export const printPersonalData: PersonalData = {
  sections: {},
  export: async () => ({}),
  async erase(tx, customerId) {
    const found = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id);
    const drafts = await found(
      tx.query(sql`select id from billing.invoice where customer_id = ${customerId} and status <> 'ISSUED'`),
    );
    const offers = await found(
      tx.query(sql`select id from billing.quotation where customer_id = ${customerId}`),
    );
    forgetWith(tx, FORGET, { kind: folderOf('INVOICE'), recordIds: drafts });
    forgetWith(tx, FORGET, { kind: folderOf('QUOTATION'), recordIds: offers });
    return { erased: {}, kept: [] };
  },
};
