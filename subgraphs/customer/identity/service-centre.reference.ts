import type { Reference } from '../../../shared/subgraph/app';
import { serviceCentres } from './service-centre.loader';

export const serviceCentreReference: Reference = { type: 'ServiceCentre', read: serviceCentres };
