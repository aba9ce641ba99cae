import type { EventHandler } from '../../../shared/events/handler';
import { isId } from '../../../shared/ids';
import { linkCustomer } from './link-customer';

/** What makes a service centre have to do with a customer: from then on it may see them. */
const NAMES: Readonly<Record<string, string>> = {
  JobCardCreated: 'customer.link-customer',
  ServiceRequestCreated: 'customer.link-customer-of-request',
  AppointmentBooked: 'customer.link-customer-of-appointment',
  QuotationCreated: 'customer.link-customer-of-quotation',
  InvoiceDrafted: 'customer.link-customer-of-invoice',
  HomeServiceScheduled: 'customer.link-customer-of-home-service',
  CounterOrderCreated: 'customer.link-customer-of-counter-order',
  CounterOrderUpdated: 'customer.link-customer-of-changed-counter-order',
};

export const linkCustomerHandlers: EventHandler[] = Object.entries(NAMES).map(([event, name]) => ({
  event,
  name,
  async handle(tx, { payload: { customerId, serviceCentreId } }) {
    // Somebody who walked in.
    if (customerId === null) return;
    if (!isId(customerId) || !isId(serviceCentreId)) throw new Error(`${event} without customer or centre.`);
    await linkCustomer(tx, customerId, serviceCentreId);
  },
}));
