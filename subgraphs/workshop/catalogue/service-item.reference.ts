import type { Reference } from '../../../shared/subgraph/app';
import { serviceItems } from './service-item.loader';

export const serviceItemReference: Reference = { type: 'ServiceItem', read: serviceItems };
