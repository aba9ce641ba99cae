import type { Reference } from '../../../shared/subgraph/app';
import { inspections } from './inspection.loader';

export const inspectionReference: Reference = { type: 'Inspection', read: inspections };
