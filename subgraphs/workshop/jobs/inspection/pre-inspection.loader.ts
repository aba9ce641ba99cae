import { everyone, readable } from '../../../../shared/database/readable';
import { withCard } from '../job-card.loader';
import { PreInspection } from './pre-inspection.entity';

export const preInspections = readable({
  entity: PreInspection,
  permission: 'jobs:read',
  called: 'Inspection',
  visible: withCard,
});

/** For who works on the card. */
export const everyPreInspection = readable({ ...preInspections, permission: null, visible: everyone });
