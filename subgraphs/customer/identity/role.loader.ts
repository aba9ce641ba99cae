import { everyone, readable } from '../../../shared/database/readable';
import { Role } from './role.entity';

/** Whoever sees a user sees the role they hold; listing all roles needs a permission of its own. */
export const roles = readable({ entity: Role, permission: null, called: 'Role', visible: everyone });
