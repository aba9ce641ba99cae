import { inCentres, readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { Lead } from './lead.entity';

/** Staff see the leads of their service centres. */
export const leads = readable({
  entity: Lead,
  permission: 'leads:read',
  called: 'Lead',
  visible: (viewer) => inCentres(viewer, sql`t.service_centre_id`),
});

export const changeableLeads = { ...leads, permission: 'leads:update' };
