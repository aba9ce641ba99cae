import { everyone, readable } from '../../../../shared/database/readable';
import { OwnTemplate } from './message-template.entity';

export const ownTemplates = readable({
  entity: OwnTemplate,
  permission: 'messageTemplates:read',
  called: 'Template',
  visible: everyone,
});

export const changeableTemplates = { ...ownTemplates, permission: 'messageTemplates:update' };
