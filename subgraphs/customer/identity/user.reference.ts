import type { Reference } from '../../../shared/subgraph/app';
import { users } from './user.loader';

export const userReference: Reference = {
  type: 'User',
  owned: true,
  resolve: ({ id }, context) => context.load(users, id),
};
