import { NotificationCategory, NotificationType } from '../../notifications/notification.enums';
import { NotificationChannel } from '../channels';
import { LawfulBasis } from '../lawful-basis';
import type { Kind } from './kind';

const { APPROVAL, INVENTORY } = NotificationCategory;
const inApplication = {
  basis: LawfulBasis.LEGITIMATE_INTEREST,
  channels: [NotificationChannel.IN_APP],
} as const;
const toSupplier = {
  audience: { to: 'supplier' },
  category: INVENTORY,
  basis: LawfulBasis.CONTRACT,
  type: NotificationType.INFO,
  channels: [NotificationChannel.EMAIL],
  facts: ['purchaseOrder'],
} as const;

/** What staff and suppliers are told of what is bought. */
export const purchasingKinds = {
  PURCHASE_REQUEST_RAISED: {
    ...inApplication,
    means: 'A part is to be bought: it ran low, a job needs it, or somebody asked for it.',
    event: 'PurchaseRequestRaised',
    audience: { to: 'staff', holding: 'purchaseOrders:create' },
    category: INVENTORY,
    type: NotificationType.WARNING,
    facts: ['purchaseRequest'],
  },
  PURCHASE_ORDER_APPROVAL_NEEDED: {
    ...inApplication,
    means: 'A purchase order waits for approval.',
    event: 'PurchaseOrderSubmitted',
    audience: { to: 'staff', holding: 'purchaseOrders:approve' },
    category: APPROVAL,
    type: NotificationType.APPROVAL,
    facts: ['purchaseOrder'],
  },
  PURCHASE_ORDER_APPROVED: {
    ...inApplication,
    means: 'A purchase order that they submitted was approved.',
    event: 'PurchaseOrderApproved',
    audience: { to: 'user', named: 'submittedById' },
    category: INVENTORY,
    type: NotificationType.SUCCESS,
    facts: ['purchaseOrder'],
  },
  PURCHASE_ORDER_REJECTED: {
    ...inApplication,
    means: 'A purchase order that they submitted was rejected.',
    event: 'PurchaseOrderRejected',
    audience: { to: 'user', named: 'submittedById' },
    category: INVENTORY,
    type: NotificationType.ERROR,
    facts: ['purchaseOrder'],
  },
  PURCHASE_ORDER: {
    ...toSupplier,
    means: 'An order to a supplier.',
    event: 'PurchaseOrderSent',
  },
  PURCHASE_ORDER_CANCELLED: {
    ...toSupplier,
    means: 'An order that a supplier has is called off.',
    event: 'PurchaseOrderCancelled',
    causedBy: ({ wasSent }: Readonly<Record<string, unknown>>) => wasSent === true,
  },
} as const satisfies Record<string, Kind>;
