import type { EventHandler } from '../../../../shared/events/handler';
import { BILL_COUNTER_ORDER_TASK, BILL_JOB_TASK } from './bill-work.task';

/** What is done is billed: the draft waits for somebody to look at it. */
export const billJobHandler: EventHandler = {
  event: 'JobCardCompleted',
  name: 'billing.bill-job',
  handle: async (tx, { subjectId: jobCardId }) => tx.enqueue({ task: BILL_JOB_TASK, payload: { jobCardId } }),
};

export const billCounterOrderHandler: EventHandler = {
  event: 'CounterOrderDelivered',
  name: 'billing.bill-counter-order',
  handle: async (tx, { subjectId: counterOrderId }) =>
    tx.enqueue({ task: BILL_COUNTER_ORDER_TASK, payload: { counterOrderId } }),
};
