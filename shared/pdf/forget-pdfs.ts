import { addSeconds } from '../clock';
import type { Transaction } from '../database/transaction';
import { defineTask, type Task } from '../events/task';
import { isId } from '../ids';
import { forgetPdfs } from './stored-pdf';

interface Forgotten {
  kind: string;
  recordIds: string[];
}

/** What was being rendered from what was there before is stored by then. */
const AGAIN_AFTER_SECONDS = 3600;

/** A subgraph's task that takes documents away. Again: nothing is there any more. */
export const forgetPdfsTask = (name: string): Task =>
  defineTask<Forgotten>({
    name,
    parse({ kind, recordIds }) {
      if (typeof kind !== 'string' || !Array.isArray(recordIds) || !recordIds.every(isId))
        throw new Error('Documents of a kind and their records are needed.');
      return { kind, recordIds };
    },
    async run({ kind, recordIds }, { kernel, identity }) {
      for (const recordId of recordIds)
        await forgetPdfs(kernel.storage, { organisationId: identity.organisationId!, kind, recordId });
    },
  });

/** With the transaction, every document of these records goes. */
export function forgetWith(tx: Transaction, task: string, { kind, recordIds }: Forgotten): void {
  if (recordIds.length === 0) return;
  for (const runAt of [tx.now, addSeconds(tx.now, AGAIN_AFTER_SECONDS)])
    tx.enqueue({ task, payload: { kind, recordIds }, runAt });
}
