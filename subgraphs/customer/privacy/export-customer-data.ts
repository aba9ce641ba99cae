import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { conflict } from '../../../shared/errors';
import { PERSONAL_DATA_REQUESTED } from '../../../shared/personal-data/parts';
import type { Context } from '../../../shared/subgraph/context';
import { CustomerDataExport } from './customer-data-export.entity';
import { DataExportStatus, dataExportLifecycle } from './privacy.lifecycle';
import { dataExports, exportableCustomers } from './privacy.loader';

/** Begins a copy of all that is kept; who has one under way gets that one. */
export async function exportCustomerData(
  context: Context,
  customerId: string,
  idempotencyKey: string | null,
): Promise<CustomerDataExport> {
  const { id } = await context.once(
    { operation: 'exportCustomerData', key: idempotencyKey, input: { customerId } },
    async (tx) => {
      const customer = await tx.lock(exportableCustomers, customerId);
      if (customer.erasedAt) throw conflict('This customer was erased: there is nothing to hand out.');
      return { id: (await runningExport(tx, customerId)) ?? (await begin(tx, customerId)) };
    },
  );
  return context.loadOrFail(dataExports, id);
}

async function runningExport(tx: Transaction, customerId: string): Promise<string | null> {
  const [running] = await tx.rows(
    dataExports,
    sql`t.customer_id = ${customerId} and t.status = ${DataExportStatus.COLLECTING}
      and t.requested_by_id is not distinct from ${tx.identity.actorId}::uuid`,
  );
  return running?.id ?? null;
}

async function begin(tx: Transaction, customerId: string): Promise<string> {
  const { id } = await tx.insert(CustomerDataExport, {
    customerId,
    requestedById: tx.identity.actorId,
    status: dataExportLifecycle.initial,
    collected: [],
  });
  tx.audit('export', 'Customer', customerId, { export: id });
  tx.emit({
    name: PERSONAL_DATA_REQUESTED,
    subjectType: 'CustomerDataExport',
    subjectId: id,
    payload: { personId: customerId },
  });
  return id;
}
