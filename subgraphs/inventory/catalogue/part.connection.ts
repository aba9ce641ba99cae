import { connectionOf } from '../../../shared/paging';
import { Part } from './part.entity';

export const PartConnection = connectionOf(Part, 'Part');
