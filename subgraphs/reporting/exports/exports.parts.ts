import type { Parts } from '../../../shared/subgraph/parts';
import { deleteExportTask } from './delete-export.task';
import { ExportResolver } from './export.resolver';
import { ExportJob } from './export-job.entity';
import { ExportJobUpdateResolver } from './live/export-job-update.resolver';
import { receiveRecords } from './organisation/receive-records.handler';
import { zipOrganisationTask } from './organisation/zip-organisation.task';
import { runExportTask } from './run-export.task';

export const exportsParts = {
  entities: [ExportJob],
  resolvers: [ExportResolver, ExportJobUpdateResolver],
  handlers: [receiveRecords],
  tasks: [runExportTask, zipOrganisationTask, deleteExportTask],
} satisfies Parts;
