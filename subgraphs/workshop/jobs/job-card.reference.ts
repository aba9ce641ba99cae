import type { Reference } from '../../../shared/subgraph/app';
import { jobCards } from './job-card.loader';

export const jobCardReference: Reference = {
  type: 'JobCard',
  owned: true,
  resolve: ({ id }, context) => context.load(jobCards, id),
};

export const vehicleJobsReference: Reference = {
  type: 'Vehicle',
  owned: false,
  resolve: ({ id }) => ({ id }),
};

export const customerJobsReference: Reference = {
  type: 'Customer',
  owned: false,
  resolve: ({ id }) => ({ id }),
};
