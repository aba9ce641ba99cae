import type { Transaction } from '../../../shared/database/transaction';
import type { ExportJob } from './export-job.entity';

export type ExportEvent = 'ExportStarted' | 'ExportProgressed' | 'ExportCompleted' | 'ExportFailed';

export const emitExportEvent = (
  tx: Transaction,
  name: ExportEvent,
  { id, userId }: Pick<ExportJob, 'id' | 'userId'>,
): void => tx.emit({ name, subjectType: 'ExportJob', subjectId: id, payload: { userId } });
