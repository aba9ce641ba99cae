import { connectionOf } from '../../../shared/paging';
import { Inspection } from './inspection.entity';

export const InspectionConnection = connectionOf(Inspection, 'Inspection');
