import { addSeconds } from '../../../shared/clock';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { definitionOf } from '../builder/save-report';
import { DELETE_EXPORT } from './delete-export.task';
import { ExportFormat } from './export.enums';
import type { ExportReportInput } from './export.input';
import { exportLifecycle } from './export.lifecycle';
import { ExportJob } from './export-job.entity';
import { exportJobs } from './export-job.loader';
import { checkedExport } from './export-source';
import { RUN_EXPORT } from './run-export.task';

const KEPT_SECONDS = 24 * 3600;

/** Refused at once is what is not theirs to see; it is looked at again when the file is made. */
export async function exportReport(context: Context, input: ExportReportInput): Promise<ExportJob> {
  const { format, list = null, report = null, from, to, serviceCentreId = null } = input;
  if (format === ExportFormat.ZIP)
    throw badField('input.format', 'UNSUPPORTED', 'Reports and lists are CSV, XLSX or PDF.');
  const custom = input.definition ?? input.savedReportId;
  if ([list, report, custom].filter(Boolean).length > 1)
    throw badField(
      list ? 'input.list' : 'input.report',
      'EITHER',
      'Give a list, a fixed report or a custom one.',
    );
  const definition = list || report ? null : await definitionOf(context, input, 'input.');
  const wanted = { list, report, definition, fromDay: from, toDay: to, serviceCentreId };
  await checkedExport(context, wanted);
  const command = { operation: 'exportReport', key: input.idempotencyKey, input };
  const { id } = await context.once(command, async (tx) => {
    const job = await tx.insert(ExportJob, {
      ...wanted,
      userId: context.identity.actorId!,
      status: exportLifecycle.initial,
      format,
      rowsWritten: 0,
      failure: null,
      expiresAt: addSeconds(tx.now, KEPT_SECONDS),
    });
    const dataset = definition?.dataset ?? null;
    tx.audit('export', 'ExportJob', job.id, { format, list, report, dataset, from, to });
    tx.enqueue({ task: RUN_EXPORT, payload: { exportId: job.id } });
    tx.enqueue({ task: DELETE_EXPORT, payload: { exportId: job.id }, runAt: job.expiresAt });
    return { id: job.id };
  });
  return context.loadOrFail(exportJobs, id);
}
