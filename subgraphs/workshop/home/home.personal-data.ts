import { type Sql, sql } from '../../../shared/database/sql';
import { ERASED_TEXT, type PersonalData, together } from '../../../shared/personal-data/personal-data';
import { exportedRecords } from '../../../shared/personal-data/personal-records';
import { redactAudit } from '../../../shared/personal-data/redact';
import { HomeService } from './home-service.entity';
import { everyHomeService, homeServiceChanges } from './home-service.loader';
import { HomeServiceChange } from './home-service-change.entity';

const of = (customerId: string): Sql => sql`t.customer_id = ${customerId}`;

/** Where a technician is on the way to them is no word of theirs, but tells where they live. */
async function forgetPositions(tx: Parameters<PersonalData['erase']>[0], customerId: string): Promise<void> {
  await tx.query(sql`delete from workshop.home_service_position p using workshop.home_service t
    where p.organisation_id = ${tx.organisationId} and t.organisation_id = p.organisation_id and t.id = p.id
      and ${of(customerId)}`);
}

const visits: PersonalData = {
  ...exportedRecords({
    section: 'homeServices',
    table: 'workshop.home_service',
    type: everyHomeService,
    of,
  }),
  async erase(tx, customerId) {
    await forgetPositions(tx, customerId);
    const ids = await tx.erase(HomeService, of(customerId), {
      street: null,
      city: null,
      region: null,
      postalCode: null,
      country: null,
      directions: null,
      notes: null,
      completionNotes: null,
      cancelReason: null,
    });
    // That one was planned over something is told by the reason, so something has to stand there.
    const overridden = sql`${of(customerId)} and t.override_reason is not null`;
    await tx.erase(HomeService, overridden, { overrideReason: ERASED_TEXT });
    await redactAudit(tx, HomeService.name, ids);
    const why = 'Proof of when somebody was sent; the address and the words are erased.';
    return {
      erased: { homeServices: ids.length },
      kept: [{ what: 'homeServices', many: ids.length, why }],
    };
  },
};

/** Steps are written once; a function of the database takes the words out of them, and can do nothing else. */
const steps: PersonalData = {
  ...exportedRecords({
    section: 'homeServiceHistory',
    table: 'workshop.home_service_change',
    type: homeServiceChanges,
    of: (
      customerId,
    ) => sql`exists (select from workshop.home_service v where v.organisation_id = t.organisation_id
      and v.id = t.home_service_id and v.customer_id = ${customerId})`,
  }),
  async erase(tx, customerId) {
    const rows = await tx.query<{ id: string }>(
      sql`select workshop.erase_home_service_reasons(${customerId}) as id`,
    );
    const ids = rows.map(({ id }) => id);
    await redactAudit(tx, HomeServiceChange.name, ids);
    return { erased: { homeServiceHistory: ids.length }, kept: [] };
  },
};

export const homePersonalData = together(steps, visits);
