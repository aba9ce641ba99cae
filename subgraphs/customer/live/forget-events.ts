import type { ClockworkItem } from '../../../shared/clockwork/clockwork';
import { sql } from '../../../shared/database/sql';

/** For so long a dashboard that was away may resume, and a handler that failed may be put right. */
const DAYS_KEPT = 30;

/** The log is for those who follow it: what happened long ago stands in the records and in the audit log. */
export const forgetEvents: ClockworkItem = {
  name: 'customer.forget-events',
  at: { daily: '03:50' },
  run: (context, { until }) => {
    const long = new Date(until);
    long.setUTCDate(long.getUTCDate() - DAYS_KEPT);
    return context.transaction(async (tx) => {
      await tx.query(sql`select platform.forget_events(${long})`);
    });
  },
};
