import type { Reference } from '../../../shared/subgraph/app';
import { organisations } from './organisation.loader';

export const organisationReference: Reference = { type: 'Organisation', read: organisations };
