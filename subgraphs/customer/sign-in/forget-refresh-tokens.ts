import type { ClockworkItem } from '../../../shared/clockwork/clockwork';
import { sql } from '../../../shared/database/sql';

/** For as long somebody may still ask what became of a session. */
const DAYS_KEPT = 30;

/** A session leaves a token for every quarter of an hour of its use: once it has ended, nobody asks for them any more. */
export const forgetRefreshTokens: ClockworkItem = {
  name: 'customer.forget-refresh-tokens',
  at: { daily: '03:40' },
  run: (context, { until }) => {
    const long = new Date(until);
    long.setUTCDate(long.getUTCDate() - DAYS_KEPT);
    return context.transaction(async (tx) => {
      await tx.query(sql`delete from customer.refresh_token t using customer.session s
        where t.organisation_id = ${tx.organisationId} and s.organisation_id = t.organisation_id
          and s.id = t.session_id and least(s.expires_at, s.revoked_at) < ${long}`);
    });
  },
};
