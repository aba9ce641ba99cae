import { newId } from '../../shared/ids';
import type { Maker } from './records.fixtures';

export const REPORT_KINDS = ['savedReport', 'exportJob'] as const;

const DEFINITION = { dataset: 'JOBS', dimensions: [], measures: ['JOBS'], filters: [], sort: null };

/** Somebody's own, or else of a colleague who shares nothing. */
export const reportMakers: Readonly<Record<(typeof REPORT_KINDS)[number], Maker>> = {
  async savedReport({ graph }, { shop }, owner, place) {
    if (place === 'otherCentre' || owner?.role === 'LINK') return null;
    const id = newId();
    await graph.sql(
      `insert into reporting.saved_report
         (organisation_id, id, version, created_at, updated_at, user_id, name, shared, definition)
       values ($1, $2, 1, now(), now(), $3, 'Saved', false, $4)`,
      [shop.id, id, owner?.userId ?? newId(), JSON.stringify(DEFINITION)],
    );
    return id;
  },

  async exportJob({ graph }, { shop }, owner, place) {
    if (place === 'otherCentre' || owner?.role === 'LINK') return null;
    const id = newId();
    await graph.sql(
      `insert into reporting.export_job (organisation_id, id, version, created_at, updated_at, user_id, status, format,
         list, from_day, to_day, rows_written, expires_at)
       values ($1, $2, 1, now(), now(), $3, 'QUEUED', 'CSV', 'JOBS', '2026-01-01', '2026-01-31', 0, now())`,
      [shop.id, id, owner?.userId ?? newId()],
    );
    return id;
  },
};
