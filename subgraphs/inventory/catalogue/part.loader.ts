import { everyone, readable } from '../../../shared/database/readable';
import { PartFitment } from './fitment.entity';
import { Part } from './part.entity';

/** The catalogue is the organisation's: whoever may read it reads all of it. */
export const parts = readable({ entity: Part, permission: 'parts:read', called: 'Part', visible: everyone });

export const changeableParts = readable({ ...parts, permission: 'parts:update' });

/** For what refers to a part: it stays what it is, whoever looks at it. */
export const everyPart = readable({ ...parts, permission: null });

export const partFitments = readable({
  entity: PartFitment,
  permission: 'parts:read',
  called: 'Fitment',
  visible: everyone,
});

export const everyFitment = readable({ ...partFitments, permission: null });
