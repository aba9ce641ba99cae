import { defineTask } from '../../../../shared/events/task';
import { isId } from '../../../../shared/ids';
import { settingsOf } from '../../tax/billing-settings.loader';
import { orderToBill } from './counter-order';
import { draftForWork, invoiceFor } from './draft-for-work';
import { jobToBill } from './job-card';

export const BILL_JOB_TASK = 'bill-job';
export const BILL_COUNTER_ORDER_TASK = 'bill-counter-order';

/** What a job came to is asked of those who did it, which no event handler may. Run again, it finds the draft. */
export const billJobTask = defineTask<{ jobCardId: string }>({
  name: BILL_JOB_TASK,
  parse({ jobCardId }) {
    if (!isId(jobCardId)) throw new Error('A bill for no job.');
    return { jobCardId };
  },
  async run({ jobCardId }, context) {
    const { draftsFromJobs } = await settingsOf(context);
    if (!draftsFromJobs || (await invoiceFor(context, { jobCardId }))) return;
    const job = await jobToBill(context, jobCardId);
    if (!job) return;
    const { status: _, ...work } = job;
    await draftForWork(context, { jobCardId }, work);
  },
});

/** The same for what was handed over. Of somebody who walked in nobody is billed before they say who they are. */
export const billCounterOrderTask = defineTask<{ counterOrderId: string }>({
  name: BILL_COUNTER_ORDER_TASK,
  parse({ counterOrderId }) {
    if (!isId(counterOrderId)) throw new Error('A bill for no order.');
    return { counterOrderId };
  },
  async run({ counterOrderId }, context) {
    const { draftsFromJobs } = await settingsOf(context);
    if (!draftsFromJobs || (await invoiceFor(context, { counterOrderId }))) return;
    const order = await orderToBill(context, counterOrderId);
    if (!order?.customerId) return;
    const { status: _, customerId, ...work } = order;
    await draftForWork(context, { counterOrderId }, { ...work, customerId });
  },
});
