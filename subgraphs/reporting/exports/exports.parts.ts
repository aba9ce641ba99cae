import type { Parts } from '../../../shared/subgraph/parts';
import { deleteExportTask } from './delete-export.task';
import { ExportResolver } from './export.resolver';
import { ExportJob } from './export-job.entity';
import { runExportTask } from './run-export.task';

export const exportsParts = {
  entities: [ExportJob],
  resolvers: [ExportResolver],
  tasks: [runExportTask, deleteExportTask],
} satisfies Parts;
