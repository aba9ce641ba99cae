import type { Reference } from '../../../shared/subgraph/app';
import { files } from './file.loader';

export const fileReference: Reference = { type: 'File', read: files };
