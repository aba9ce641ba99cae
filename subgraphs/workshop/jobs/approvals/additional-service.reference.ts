import type { Reference } from '../../../../shared/subgraph/app';
import { ADDITIONAL_SERVICE, additionalServices } from './additional-service.loader';

export const additionalServiceReference: Reference = { type: ADDITIONAL_SERVICE, read: additionalServices };
