import { sql } from '../../../shared/database/sql';
import { personalRecords } from '../../../shared/personal-data/personal-records';
import { counterOrders } from './counter-order.loader';

export const salesPersonalData = personalRecords({
  section: 'counterOrders',
  table: 'inventory.counter_order',
  type: counterOrders,
  of: (customerId) => sql`t.customer_id = ${customerId}`,
  omit: ['revision'],
  erased: () => ({ notes: null, cancelledReason: null }),
  keptBecause: 'Shows what was sold and left the stock; what was said about it is erased.',
});
