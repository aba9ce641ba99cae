import type { Parts } from '../../../shared/subgraph/parts';
import { File } from './file.entity';
import { fileReference } from './file.reference';
import { FileResolver } from './file.resolver';
import { forgetUploadTask } from './forget-upload.task';

export const filesParts = {
  entities: [File],
  resolvers: [FileResolver],
  references: [fileReference],
  tasks: [forgetUploadTask],
} satisfies Parts;
