import { everyone, readable } from '../../../../shared/database/readable';
import { InspectionTemplate } from './inspection-template.entity';

/** The organisation's own: whoever may see one sees all. */
export const inspectionTemplates = readable({
  entity: InspectionTemplate,
  permission: 'inspectionTemplates:read',
  called: 'Inspection template',
  visible: everyone,
});

/** For who begins an inspection with one, or has just changed it. */
export const everyInspectionTemplate = { ...inspectionTemplates, permission: null };
