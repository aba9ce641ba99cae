import { sql } from '../../../../shared/database/sql';
import { forgetPdfsTask, forgetWith } from '../../../../shared/pdf/forget-pdfs';
import type { PersonalData } from '../../../../shared/personal-data/personal-data';

export const JOB_SHEET = 'job-sheet';
const FORGET = 'forget-job-sheets';

export const forgetJobSheetsTask = forgetPdfsTask(FORGET);

/** Sheets are printed from records, and handed out with these; the stored ones go with the person. */
export const jobSheetPersonalData: PersonalData = {
  sections: {},
  export: async () => ({}),
  async erase(tx, customerId) {
    const rows = await tx.query<{ id: string }>(
      sql`select id from workshop.job_card where customer_id = ${customerId}`,
    );
    forgetWith(tx, FORGET, { kind: JOB_SHEET, recordIds: rows.map(({ id }) => id) });
    return { erased: {}, kept: [] };
  },
};
