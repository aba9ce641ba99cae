import { sql } from '../../../../shared/database/sql';
import { badField } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { localDate } from '../../../../shared/time-zone';
import { CentreSchedule } from '../centre/centre-schedule.entity';
import { centreSchedules } from '../centre/centre-schedule.loader';
import { openingHours } from './opening.loader';
import { OpeningHours } from './opening-hours.entity';
import type { SetOpeningHoursInput } from './opening-hours.input';
import { ownCentre } from './own-centre';
import { storedSpans } from './spans';

const MINUTES_OF_A_DAY = 24 * 60;

/** Twice the same is once: the hours of a first day are replaced by those that are set for it. */
export async function setOpeningHours(
  context: Context,
  input: SetOpeningHoursInput,
): Promise<CentreSchedule> {
  const week = storedSpans(input.week, 'input.week');
  const { slotMinutes } = input.rules ?? {};
  if (slotMinutes && MINUTES_OF_A_DAY % slotMinutes)
    throw badField('input.rules.slotMinutes', 'DIVIDES_DAY', 'A whole number of slots makes a day.');
  const { id, timeZone } = await ownCentre(context, input.serviceCentreId);
  await context.transaction(async (tx) => {
    const centre = await tx.lock({ ...centreSchedules, permission: 'scheduling:update' }, id);
    await tx.update(CentreSchedule, centre, { ...input.rules });
    const validFrom = input.validFrom ?? localDate(timeZone, tx.now.getTime());
    const [current] = await tx.rows(
      openingHours,
      sql`t.organisation_id = ${tx.organisationId} and t.service_centre_id = ${id} and t.valid_from = ${validFrom}`,
    );
    if (current) await tx.update(OpeningHours, current, { week });
    else await tx.insert(OpeningHours, { serviceCentreId: id, validFrom, week });
    tx.emit({
      name: 'OpeningHoursChanged',
      subjectType: 'ServiceCentre',
      subjectId: id,
      payload: { validFrom },
    });
  });
  return context.loadOrFail(centreSchedules, id);
}
