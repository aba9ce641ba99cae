import { sql } from '../../../shared/database/sql';
import type { PersonalData } from '../../../shared/personal-data/personal-data';
import { auditLogs } from './audit-log.loader';

/** What was done to their record. Who did it, and from where, is about others. */
export const auditPersonalData: PersonalData = {
  sections: { auditLog: 'platform.audit_log' },
  async export({ reader }, personId) {
    const entries = await reader.rows(auditLogs, sql`t.entity_id = ${personId}`, sql`order by t.id`);
    return {
      auditLog: entries.map(({ occurredAt, action, entityType, newValues }) => ({
        occurredAt,
        action,
        entityType,
        newValues: newValues && (JSON.parse(newValues) as unknown),
      })),
    };
  },
  /** Each subgraph has blanked the values of its own records; the entries prove who did what. */
  async erase(tx, personId) {
    const [row] = await tx.query<{ many: number }>(
      sql`select count(*) as many from platform.report_audit_log t where t.entity_id = ${personId}`,
    );
    const why = 'Proof of who did what and when; the values in them are blanked.';
    return { erased: {}, kept: [{ what: 'auditLog', many: row!.many, why }] };
  },
};
