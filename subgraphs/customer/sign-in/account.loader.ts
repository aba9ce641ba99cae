import { everyone, readable } from '../../../shared/database/readable';
import { User } from '../identity/user.entity';

/**
 * Accounts as signing in reads them: before anybody is known there is no permission to ask for. Only for the
 * commands of this folder, which show nobody an account but its own holder.
 */
export const accounts = readable({
  entity: User,
  permission: null,
  called: 'Account',
  visible: everyone,
});
