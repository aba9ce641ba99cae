import type { Reference } from '../../../shared/subgraph/app';
import { homeServices } from './home-service.loader';

export const homeServiceReference: Reference = { type: 'HomeService', read: homeServices };
