import type { EventHandler } from '../../../shared/events/handler';
import { isId } from '../../../shared/ids';
import { linkCustomer } from './link-customer';

/** Who works on a customer's car may see the customer. */
export const linkCustomerHandler: EventHandler = {
  event: 'JobCardCreated',
  name: 'customer.link-customer',
  async handle(tx, { name, payload: { customerId, serviceCentreId } }) {
    if (!isId(customerId) || !isId(serviceCentreId)) throw new Error(`${name} without customer or centre.`);
    await linkCustomer(tx, customerId, serviceCentreId);
  },
};
