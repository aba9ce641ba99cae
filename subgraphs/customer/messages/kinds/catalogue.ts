import { registerEnumType } from 'type-graphql';
import { NotificationCategory, NotificationType } from '../../notifications/notification.enums';
import { NotificationChannel } from '../channels';
import { LawfulBasis } from '../lawful-basis';
import type { Kind } from './kind';
import { purchasingKinds } from './purchasing';

const { IN_APP, EMAIL, SMS } = NotificationChannel;
const { APPOINTMENT, APPROVAL, CARE, INVENTORY, INVOICE, JOB_CARD, LEAD, MARKETING, REMINDER, REQUEST } =
  NotificationCategory;
const { ERROR, INFO, SUCCESS, WARNING } = NotificationType;

/** Customers are told on the ways that are known of them; what must be kept goes by e-mail alone. */
const REACHED = [IN_APP, EMAIL, SMS] as const;
const IN_WRITING = [IN_APP, EMAIL] as const;

const toCustomer = (
  kind: Pick<Kind, 'means' | 'event' | 'category' | 'facts'> & Partial<Kind>,
): Kind & { audience: { to: 'customer' } } => ({
  basis: LawfulBasis.CONTRACT,
  type: INFO,
  channels: REACHED,
  ...kind,
  audience: { to: 'customer' },
});

/** The organisation's own people look into the application; who wants more switches it on. */
const toStaff = (
  kind: Pick<Kind, 'means' | 'event' | 'category' | 'facts' | 'audience'> & Partial<Kind>,
): Kind => ({
  basis: LawfulBasis.LEGITIMATE_INTEREST,
  type: INFO,
  channels: [IN_APP],
  ...kind,
});

const customerKinds = {
  REQUEST_APPROVED: toCustomer({
    means: 'A service request of theirs was approved.',
    event: 'ServiceRequestApproved',
    category: REQUEST,
    type: SUCCESS,
    facts: ['request', 'vehicle'],
  }),
  REQUEST_REJECTED: toCustomer({
    means: 'A service request of theirs was rejected.',
    event: 'ServiceRequestRejected',
    category: REQUEST,
    type: ERROR,
    facts: ['request', 'vehicle'],
  }),
  APPOINTMENT_BOOKED: toCustomer({
    means: 'An appointment was booked for them.',
    event: 'AppointmentBooked',
    category: APPOINTMENT,
    facts: ['appointment', 'vehicle'],
  }),
  APPOINTMENT_CONFIRMED: toCustomer({
    means: 'Their appointment was confirmed.',
    event: 'AppointmentConfirmed',
    category: APPOINTMENT,
    type: SUCCESS,
    facts: ['appointment', 'vehicle'],
  }),
  APPOINTMENT_MOVED: toCustomer({
    means: 'Their appointment was moved to another time.',
    event: 'AppointmentRescheduled',
    category: APPOINTMENT,
    type: WARNING,
    facts: ['appointment', 'vehicle'],
  }),
  APPOINTMENT_CANCELLED: toCustomer({
    means: 'Their appointment was called off.',
    event: 'AppointmentCancelled',
    category: APPOINTMENT,
    type: WARNING,
    facts: ['appointment', 'vehicle'],
  }),
  APPOINTMENT_REMINDER: toCustomer({
    means: 'Their appointment is near.',
    event: 'AppointmentReminderDue',
    category: APPOINTMENT,
    facts: ['appointment', 'vehicle'],
  }),
  HOME_SERVICE_SCHEDULED: toCustomer({
    means: 'A visit to their home was planned, or moved to another time.',
    event: 'HomeServiceScheduled',
    category: APPOINTMENT,
    facts: ['homeService', 'vehicle'],
  }),
  HOME_SERVICE_EN_ROUTE: toCustomer({
    means: 'The technician is on the way to them.',
    event: 'HomeServiceEnRoute',
    category: APPOINTMENT,
    facts: ['arrival', 'vehicle'],
  }),
  HOME_SERVICE_CANCELLED: toCustomer({
    means: 'The visit to their home was called off.',
    event: 'HomeServiceCancelled',
    category: APPOINTMENT,
    type: WARNING,
    facts: ['homeService', 'vehicle'],
  }),
  VEHICLE_REMINDER: toCustomer({
    means: 'An inspection, a service or the like of their vehicle is due.',
    event: 'VehicleReminderDue',
    category: REMINDER,
    basis: LawfulBasis.LEGITIMATE_INTEREST,
    facts: ['reminder', 'vehicle'],
  }),
  PRE_CHECK_IN_RECEIVED: toCustomer({
    means: 'Their vehicle was announced; the text has the code to follow the work with.',
    event: 'PreCheckInReceived',
    category: JOB_CARD,
    type: SUCCESS,
    facts: ['tracking', 'vehicle'],
  }),
  STAGE_CHANGED: toCustomer({
    means: 'The work on their vehicle has reached a stage that customers are told of.',
    event: 'JobCardStageChanged',
    causedBy: ({ notifiesCustomer }) => notifiesCustomer === true,
    category: JOB_CARD,
    facts: ['stage', 'vehicle'],
  }),
  APPROVAL_NEEDED: toCustomer({
    means: 'More work is proposed for their vehicle. With a link to approve or decline it.',
    event: null,
    category: JOB_CARD,
    type: NotificationType.APPROVAL,
    facts: ['proposal', 'vehicle'],
    given: ['link'],
    confidential: true,
  }),
  INVOICE_ISSUED: toCustomer({
    means: 'An invoice for them was issued.',
    event: 'InvoiceIssued',
    category: INVOICE,
    channels: IN_WRITING,
    facts: ['invoice'],
  }),
  INVOICE_SENT: toCustomer({
    means: 'An invoice was sent to them on demand.',
    event: 'InvoiceSent',
    category: INVOICE,
    channels: IN_WRITING,
    facts: ['invoice'],
  }),
  CREDIT_NOTE_ISSUED: toCustomer({
    means: 'An invoice of theirs was credited.',
    event: 'CreditNoteIssued',
    category: INVOICE,
    channels: IN_WRITING,
    facts: ['creditNote'],
  }),
  CREDIT_NOTE_SENT: toCustomer({
    means: 'A credit note was sent to them on demand.',
    event: 'CreditNoteSent',
    category: INVOICE,
    channels: IN_WRITING,
    facts: ['creditNote'],
  }),
  QUOTATION_SENT: toCustomer({
    means: 'An offer to them, with a link to accept it by.',
    event: null,
    category: INVOICE,
    facts: [],
    given: ['number', 'total', 'validUntil', 'link'],
    confidential: true,
  }),
  PAYMENT_RECEIVED: toCustomer({
    means: 'A payment of theirs came in.',
    event: 'PaymentReceived',
    category: INVOICE,
    type: SUCCESS,
    channels: IN_WRITING,
    facts: [],
  }),
  RECEIPT_SENT: toCustomer({
    means: 'A receipt was sent to them on demand.',
    event: 'ReceiptSent',
    category: INVOICE,
    channels: IN_WRITING,
    facts: ['receipt'],
  }),
  PAYMENT_REMINDER: toCustomer({
    means: 'An invoice is due and not paid.',
    event: 'PaymentReminderDue',
    category: INVOICE,
    type: WARNING,
    facts: ['invoice'],
  }),
  COUNTER_ORDER_READY: toCustomer({
    means: 'What they ordered over the counter lies ready to be taken away.',
    event: 'CounterOrderReady',
    causedBy: ({ notify }) => notify === true,
    category: INVENTORY,
    type: SUCCESS,
    facts: ['counterOrder'],
  }),
  FEEDBACK_REQUEST: toCustomer({
    means: 'How was it? With a link to say so.',
    event: null,
    category: CARE,
    basis: LawfulBasis.LEGITIMATE_INTEREST,
    facts: [],
    given: ['link'],
    confidential: true,
  }),
  INSPECTION_SHARED: toCustomer({
    means: 'Their vehicle was looked over; the text has a link to what was found.',
    event: null,
    category: JOB_CARD,
    facts: ['jobCard', 'vehicle'],
    given: ['link'],
  }),
  STAFF_MESSAGE: toCustomer({
    means: 'What somebody of the staff wrote about their work.',
    event: null,
    category: JOB_CARD,
    facts: [],
    given: ['subject', 'body'],
  }),
  ADVERTISING: toCustomer({
    means: 'Advertising that somebody of the staff wrote.',
    event: null,
    category: MARKETING,
    basis: LawfulBasis.CONSENT,
    facts: [],
    given: ['subject', 'body'],
  }),
} as const satisfies Record<string, Kind>;

const staffKinds = {
  REQUEST_APPROVAL_NEEDED: toStaff({
    means: 'A service request waits for approval.',
    event: 'ServiceRequestCreated',
    audience: { to: 'staff', holding: 'serviceRequests:approve' },
    category: APPROVAL,
    type: NotificationType.APPROVAL,
    facts: ['request', 'vehicle'],
  }),
  JOB_CARD_ASSIGNED: toStaff({
    means: 'A job card was assigned to them.',
    event: 'JobCardAssigned',
    audience: { to: 'user', named: 'technicianId' },
    category: JOB_CARD,
    facts: ['jobCard', 'vehicle'],
  }),
  HOME_SERVICE_ASSIGNED: toStaff({
    means: 'A home visit was assigned to them.',
    event: 'HomeServiceAssigned',
    audience: { to: 'user', named: 'technicianId' },
    category: APPOINTMENT,
    facts: ['homeService', 'vehicle'],
  }),
  PROPOSAL_APPROVED: toStaff({
    means: 'A customer approved work that was proposed for a job of theirs.',
    event: 'AdditionalServiceDecided',
    causedBy: ({ status }) => status === 'APPROVED',
    audience: { to: 'user', named: 'technicianId' },
    category: JOB_CARD,
    type: SUCCESS,
    facts: ['proposal', 'vehicle'],
  }),
  PROPOSAL_DECLINED: toStaff({
    means: 'A customer declined work that was proposed for a job of theirs.',
    event: 'AdditionalServiceDecided',
    causedBy: ({ status }) => status === 'DECLINED',
    audience: { to: 'user', named: 'technicianId' },
    category: JOB_CARD,
    type: WARNING,
    facts: ['proposal', 'vehicle'],
  }),
  PARTS_NOT_AVAILABLE: toStaff({
    means: 'Parts for a job are not in stock.',
    event: 'PartsNotAvailable',
    audience: { to: 'staff', holding: 'jobs:update' },
    category: INVENTORY,
    type: WARNING,
    facts: ['jobCard', 'vehicle'],
  }),
  PARTS_ARRIVED: toStaff({
    means: 'Parts that a job waited for are there.',
    event: 'PartsArrived',
    audience: { to: 'staff', holding: 'jobs:update' },
    category: INVENTORY,
    type: SUCCESS,
    facts: ['jobCard', 'vehicle'],
  }),
  COMPLAINT_REGISTERED: toStaff({
    means: 'A customer complains.',
    event: 'ComplaintRegistered',
    audience: { to: 'staff', holding: 'complaints:update' },
    category: CARE,
    type: WARNING,
    facts: ['complaint'],
  }),
  COMPLAINT_ASSIGNED: toStaff({
    means: 'A complaint was assigned to them.',
    event: 'ComplaintAssigned',
    audience: { to: 'user', named: 'assigneeId' },
    category: CARE,
    facts: ['complaint'],
  }),
  PAYMENT_KEPT: toStaff({
    means:
      'Money came, or came back, through a provider that no invoice takes: it waits in the balance of the customer.',
    event: 'PaymentKept',
    audience: { to: 'staff', holding: 'payments:refund' },
    category: INVOICE,
    type: WARNING,
    facts: ['payment'],
  }),
  WEBHOOK_SWITCHED_OFF: toStaff({
    means: 'An endpoint of a third party took nothing for three days, and is told of nothing any more.',
    event: 'WebhookSwitchedOff',
    audience: { to: 'staff', holding: 'clients:update' },
    category: NotificationCategory.SYSTEM,
    type: ERROR,
    facts: [],
  }),
  LEAD_ASSIGNED: toStaff({
    means: 'A lead was assigned to them.',
    event: 'LeadAssigned',
    audience: { to: 'user', named: 'assigneeId' },
    category: LEAD,
    facts: [],
  }),
} as const satisfies Record<string, Kind>;

/** Everything that people are told, but for what signs them in. */
export const KINDS = { ...customerKinds, ...staffKinds, ...purchasingKinds };

export type KindName = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as KindName[];
export const kindOf = (name: KindName): Kind => KINDS[name];

export const isKindName = (name: unknown): name is KindName =>
  typeof name === 'string' && Object.hasOwn(KINDS, name);

/** The schema's enum; type-graphql knows it by this object. */
export const MessageKind = Object.freeze(
  Object.fromEntries(KIND_NAMES.map((name) => [name, name])),
) as Readonly<Record<KindName, KindName>>;
registerEnumType(MessageKind, {
  name: 'MessageKind',
  description: 'What a message or a notification is for.',
  valuesConfig: Object.fromEntries(
    KIND_NAMES.map((name) => [name, { description: KINDS[name].means }]),
  ) as Record<KindName, { description: string }>,
});
