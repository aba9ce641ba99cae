import type { Identity } from '../../../../shared/access/identity';
import { badField } from '../../../../shared/errors';
import { MINUTE } from '../../../../shared/time-zone';
import type { CentreSchedule } from '../centre/centre-schedule.entity';
import type { Appointment } from './appointment.entity';

/** Customers move and call off as long as they could still book it; later they ring up. */
export function demandNotice(
  identity: Identity,
  centre: CentreSchedule,
  { startsAt }: Pick<Appointment, 'startsAt'>,
  now: Date,
): void {
  if (!identity.customerId) return;
  const latest = startsAt.getTime() - centre.minimumNoticeMinutes * MINUTE;
  if (now.getTime() > latest)
    throw badField('id', 'TOO_LATE', 'It is too close to change by oneself: call the service centre.');
}
