import type { Reference } from '../../../shared/subgraph/app';

/** The workshop's type, with the fields that inventory adds. */
export const jobCardPartsReference: Reference = { type: 'JobCard', read: null };
