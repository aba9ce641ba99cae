import type { Language } from './language';
import { PURCHASING } from './purchasing';

export const EN: Language = {
  letter: (text) => `Hello {{name}},\n\n${text}\n\n{{centre}}\n{{organisation}}`,
  words: {
    YOUR_VEHICLE: 'your vehicle',
    MOT: 'inspection (MOT)',
    SERVICE: 'service',
    TAX: 'road tax',
    INSURANCE: 'insurance',
    OTHER: 'reminder',
    SOON: 'soon',
  },
  kinds: {
    REQUEST_APPROVED: {
      subject: 'Your request {{number}} was approved',
      text: 'Your request {{number}} for {{vehicle}} was approved.',
    },
    REQUEST_REJECTED: {
      subject: 'Your request {{number}} was not approved',
      text: 'We cannot take on your request {{number}} for {{vehicle}}. Please call us for the reason.',
    },
    APPOINTMENT_BOOKED: {
      subject: 'Your appointment on {{when}}',
      text: 'Your appointment {{number}} for {{vehicle}} is booked: {{when}}, {{centre}}.',
    },
    APPOINTMENT_CONFIRMED: {
      subject: 'Your appointment is confirmed',
      text: 'Your appointment {{number}} for {{vehicle}} is confirmed: {{when}}, {{centre}}.',
    },
    APPOINTMENT_MOVED: {
      subject: 'Your appointment was moved',
      text: 'Your appointment {{number}} for {{vehicle}} was moved. The new time: {{when}}, {{centre}}.',
    },
    APPOINTMENT_CANCELLED: {
      subject: 'Your appointment was cancelled',
      text: 'Your appointment {{number}} for {{vehicle}} on {{when}} was cancelled.',
    },
    APPOINTMENT_REMINDER: {
      subject: 'We expect you on {{when}}',
      text: 'We expect you with {{vehicle}}: {{when}}, {{centre}} (appointment {{number}}).',
    },
    HOME_SERVICE_SCHEDULED: {
      subject: 'We come to you on {{when}}',
      text: 'We come to you for {{vehicle}}: {{when}} (visit {{number}}).',
    },
    HOME_SERVICE_EN_ROUTE: {
      subject: 'We are on our way to you',
      text: 'Our technician is on the way to you for {{vehicle}} and expects to be there: {{arrival}}.',
    },
    HOME_SERVICE_CANCELLED: {
      subject: 'Our visit was cancelled',
      text: 'Our visit {{number}} for {{vehicle}} on {{when}} was cancelled.',
    },
    VEHICLE_REMINDER: {
      subject: 'Due soon: {{reminder}}',
      text: 'For {{vehicle}} this is due: {{reminder}} ({{due}}). Would you like an appointment?',
    },
    PRE_CHECK_IN_RECEIVED: {
      subject: 'We have received your details',
      text: 'We have your details for {{vehicle}}. Follow the work with the code {{trackingCode}}.',
    },
    STAGE_CHANGED: {
      subject: 'News of {{vehicle}}',
      text: 'The work on {{vehicle}} ({{number}}) has reached the stage: {{stage}}.',
    },
    APPROVAL_NEEDED: {
      subject: 'We need your word on {{vehicle}}',
      text: 'For {{vehicle}} ({{number}}) we propose: {{work}}, {{amount}}. Approve or decline it here: {{link}}',
    },
    INVOICE_ISSUED: {
      subject: 'Your invoice {{number}} from {{organisation}}',
      text: 'Your invoice {{number}} over {{total}} is ready, due on {{due}}. You find it in your account; we are glad to send it to you as well.',
    },
    INVOICE_SENT: {
      subject: 'Your invoice {{number}} from {{organisation}}',
      text: 'As you asked, your invoice {{number}} over {{total}}. Left to pay: {{balance}}, due on {{due}}.',
    },
    CREDIT_NOTE_ISSUED: {
      subject: 'Credit note {{number}} from {{organisation}}',
      text: 'We have credited your invoice {{invoice}}: credit note {{number}} over {{total}}.',
    },
    CREDIT_NOTE_SENT: {
      subject: 'Credit note {{number}} from {{organisation}}',
      text: 'As you asked, credit note {{number}} over {{total}} for your invoice {{invoice}}.',
    },
    QUOTATION_SENT: {
      subject: 'Our offer {{number}}',
      text: 'Our offer {{number}} over {{total}} is valid until {{validUntil}}. See it, and accept or decline it, here: {{link}}',
    },
    PAYMENT_RECEIVED: {
      subject: 'Thank you for your payment',
      text: 'Your payment has come in. Thank you.',
    },
    RECEIPT_SENT: {
      subject: 'Receipt {{number}} from {{organisation}}',
      text: 'As you asked, your receipt {{number}} for {{total}}. Thank you.',
    },
    PAYMENT_REMINDER: {
      subject: 'A reminder of your invoice {{number}}',
      text: 'Your invoice {{number}} was due on {{due}} and is not paid yet: {{balance}} are open. If you have paid it meanwhile, please ignore this.',
    },
    COUNTER_ORDER_READY: {
      subject: 'Your order {{number}} is ready',
      text: 'Your order {{number}} lies ready for you: {{centre}}.',
    },
    FEEDBACK_REQUEST: {
      subject: 'How was it?',
      text: 'Your vehicle is back with you. Were you content with our work? Tell us here: {{link}}',
    },
    INSPECTION_SHARED: {
      subject: 'What we found on {{vehicle}}',
      text: 'We have looked {{vehicle}} over ({{number}}). See what we found, with photos: {{link}}',
    },
    STAFF_MESSAGE: { subject: '{{subject}}', text: '{{body}}' },
    ADVERTISING: { subject: '{{subject}}', text: '{{body}}' },
    REQUEST_APPROVAL_NEEDED: {
      subject: 'Request {{number}} waits for approval',
      text: 'Request {{number}} for {{vehicle}} at {{centre}} waits for approval.',
    },
    JOB_CARD_ASSIGNED: {
      subject: '{{number}} was assigned to you',
      text: 'Job card {{number}} for {{vehicle}} at {{centre}} was assigned to you.',
    },
    HOME_SERVICE_ASSIGNED: {
      subject: 'Home visit {{number}} is yours',
      text: 'Home visit {{number}} for {{vehicle}} was assigned to you: {{when}}.',
    },
    PROPOSAL_APPROVED: {
      subject: 'Approved: {{work}}',
      text: 'The customer approved for {{number}} ({{vehicle}}): {{work}}, {{amount}}.',
    },
    PROPOSAL_DECLINED: {
      subject: 'Declined: {{work}}',
      text: 'The customer declined for {{number}} ({{vehicle}}): {{work}}, {{amount}}.',
    },
    PARTS_NOT_AVAILABLE: {
      subject: 'Parts missing for {{number}}',
      text: 'Parts for job card {{number}} ({{vehicle}}) are not in stock.',
    },
    PARTS_ARRIVED: {
      subject: 'Parts for {{number}} are there',
      text: 'The parts that job card {{number}} ({{vehicle}}) waited for have arrived.',
    },
    COMPLAINT_REGISTERED: {
      subject: 'New complaint {{number}}',
      text: 'Complaint {{number}} was registered at {{centre}}.',
    },
    COMPLAINT_ASSIGNED: {
      subject: 'Complaint {{number}} is yours',
      text: 'Complaint {{number}} at {{centre}} was assigned to you.',
    },
    PAYMENT_KEPT: {
      subject: '{{kept}} to give back or to use',
      text: 'Of the payment {{number}} over {{total}}, {{kept}} could go to no invoice and are kept as the customer’s balance: give them back, or pay another invoice with them.',
    },
    WEBHOOK_SWITCHED_OFF: {
      subject: 'A webhook was switched off',
      text: 'An endpoint of a third party took nothing for three days. Look at its deliveries, and switch it on again when it answers.',
    },
    LEAD_ASSIGNED: {
      subject: 'A lead is yours',
      text: 'A lead at {{centre}} was assigned to you.',
    },
    ...PURCHASING.EN,
  },
};
