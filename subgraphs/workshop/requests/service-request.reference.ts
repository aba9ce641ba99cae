import type { Reference } from '../../../shared/subgraph/app';
import { serviceRequests } from './service-request.loader';

export const serviceRequestReference: Reference = { type: 'ServiceRequest', read: serviceRequests };
