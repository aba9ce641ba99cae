import { everyone, readable } from '../../../shared/database/readable';
import { Organisation } from './organisation.entity';

/** Row-level security leaves just one row: one's own. */
export const organisations = readable({
  entity: Organisation,
  permission: null,
  called: 'Organisation',
  visible: everyone,
});
