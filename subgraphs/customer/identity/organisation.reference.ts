import type { Reference } from '../../../shared/subgraph/app';
import { organisations } from './organisation.loader';

export const organisationReference: Reference = {
  type: 'Organisation',
  owned: true,
  resolve: ({ id }, context) => context.load(organisations, id),
};
