import type { SubgraphApp } from '../../../shared/subgraph/app';
import { File } from './file.entity';
import { fileReference } from './file.reference';
import { FileResolver } from './file.resolver';
import { forgetUploadTask } from './forget-upload.task';

export const filesParts = {
  entities: [File],
  resolvers: [FileResolver],
  references: [fileReference],
  handlers: [],
  tasks: [forgetUploadTask],
  constraints: {},
} satisfies Omit<SubgraphApp, 'name'>;
