import { everyone, inCentres, readable } from '../../../../shared/database/readable';
import { sql } from '../../../../shared/database/sql';
import { CentreSchedule } from './centre-schedule.entity';

export const centreSchedules = readable({
  entity: CentreSchedule,
  permission: 'scheduling:read',
  called: 'Service centre',
  visible: (viewer) => inCentres(viewer, sql`t.id`),
});

/** For booking: who books need not be able to see how the centre is set up. */
export const everyCentreSchedule = readable({ ...centreSchedules, permission: null, visible: everyone });
