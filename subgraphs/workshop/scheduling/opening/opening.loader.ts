import { inCentres, readable, type Viewer } from '../../../../shared/database/readable';
import { sql } from '../../../../shared/database/sql';
import { Bay } from './bay.entity';
import { Closure } from './closure.entity';
import { OpeningHours } from './opening-hours.entity';
import { Shift } from './shift.entity';

const ofTheirCentres = (viewer: Viewer) => inCentres(viewer, sql`t.service_centre_id`);
const common = { permission: 'scheduling:read', visible: ofTheirCentres } as const;

export const bays = readable({ ...common, entity: Bay, called: 'Bay' });
export const openingHours = readable({ ...common, entity: OpeningHours, called: 'Opening hours' });
export const closures = readable({ ...common, entity: Closure, called: 'Closure' });
export const shifts = readable({ ...common, entity: Shift, called: 'Shift' });
