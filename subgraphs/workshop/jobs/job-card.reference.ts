import type { Reference } from '../../../shared/subgraph/app';
import { jobCards } from './job-card.loader';

export const jobCardReference: Reference = { type: 'JobCard', read: jobCards };

export const vehicleJobsReference: Reference = { type: 'Vehicle', read: null };

export const customerJobsReference: Reference = { type: 'Customer', read: null };
