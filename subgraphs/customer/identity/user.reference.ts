import type { Reference } from '../../../shared/subgraph/app';
import { users } from './user.loader';

export const userReference: Reference = { type: 'User', read: users };
