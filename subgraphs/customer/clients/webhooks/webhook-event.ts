import { registerEnumType } from 'type-graphql';
import type { SubgraphName } from '../../../../shared/environment';

interface PublicEvent {
  means: string;
  /** What it is called in the log. */
  event: string;
  /** Whose id it has, and who knows whether a client may see that. */
  subject: { subgraph: SubgraphName; type: string };
  /** The scope without which a client is not told of it. */
  scope: string;
}

const customer = { subject: { subgraph: 'customer', type: 'Customer' }, scope: 'customers:read' } as const;
const vehicle = { subject: { subgraph: 'vehicle', type: 'Vehicle' }, scope: 'vehicles:read' } as const;
const request = {
  subject: { subgraph: 'workshop', type: 'ServiceRequest' },
  scope: 'serviceRequests:read',
} as const;
const appointment = {
  subject: { subgraph: 'workshop', type: 'Appointment' },
  scope: 'appointments:read',
} as const;
const jobCard = { subject: { subgraph: 'workshop', type: 'JobCard' }, scope: 'jobs:read' } as const;
const invoice = { subject: { subgraph: 'billing', type: 'Invoice' }, scope: 'invoices:read' } as const;
const payment = { subject: { subgraph: 'billing', type: 'Payment' }, scope: 'payments:read' } as const;

/** What third parties can be told of. Other events are the program's own, and may change from release to release. */
export const PUBLIC_EVENTS = {
  CUSTOMER_CREATED: { means: 'A customer was taken in.', event: 'CustomerCreated', ...customer },
  CUSTOMER_UPDATED: {
    means: 'What is written about a customer changed.',
    event: 'CustomerUpdated',
    ...customer,
  },
  VEHICLE_CREATED: { means: 'A vehicle was taken in.', event: 'VehicleCreated', ...vehicle },
  VEHICLE_UPDATED: { means: 'What is written about a vehicle changed.', event: 'VehicleUpdated', ...vehicle },
  SERVICE_REQUEST_CREATED: {
    means: 'Somebody asked for a service.',
    event: 'ServiceRequestCreated',
    ...request,
  },
  SERVICE_REQUEST_APPROVED: {
    means: 'A service request was approved.',
    event: 'ServiceRequestApproved',
    ...request,
  },
  SERVICE_REQUEST_REJECTED: {
    means: 'A service request was rejected.',
    event: 'ServiceRequestRejected',
    ...request,
  },
  APPOINTMENT_BOOKED: { means: 'An appointment was booked.', event: 'AppointmentBooked', ...appointment },
  APPOINTMENT_RESCHEDULED: {
    means: 'An appointment was moved to another time.',
    event: 'AppointmentRescheduled',
    ...appointment,
  },
  APPOINTMENT_CANCELLED: {
    means: 'An appointment was called off.',
    event: 'AppointmentCancelled',
    ...appointment,
  },
  JOB_CARD_CREATED: { means: 'A job card was opened.', event: 'JobCardCreated', ...jobCard },
  JOB_CARD_UPDATED: { means: 'What is written on a job card changed.', event: 'JobCardUpdated', ...jobCard },
  JOB_CARD_STAGE_CHANGED: {
    means: 'The work on a vehicle has reached another stage.',
    event: 'JobCardStageChanged',
    ...jobCard,
  },
  INVOICE_ISSUED: { means: 'An invoice was issued.', event: 'InvoiceIssued', ...invoice },
  PAYMENT_RECEIVED: { means: 'A payment came in.', event: 'PaymentReceived', ...payment },
} as const satisfies Record<string, PublicEvent>;

export type WebhookEventName = keyof typeof PUBLIC_EVENTS;
export const WEBHOOK_EVENTS = Object.keys(PUBLIC_EVENTS) as WebhookEventName[];
export const publicEvent = (name: WebhookEventName): PublicEvent => PUBLIC_EVENTS[name];

/** The schema's enum; type-graphql knows it by this object. */
export const WebhookEvent = Object.freeze(
  Object.fromEntries(WEBHOOK_EVENTS.map((name) => [name, name])),
) as Readonly<Record<WebhookEventName, WebhookEventName>>;
registerEnumType(WebhookEvent, {
  name: 'WebhookEvent',
  description: 'What a third party can be told of.',
  valuesConfig: Object.fromEntries(
    WEBHOOK_EVENTS.map((name) => {
      const { means, scope } = PUBLIC_EVENTS[name];
      return [name, { description: `${means} The client needs the scope ${scope}.` }];
    }),
  ) as Record<WebhookEventName, { description: string }>,
});
