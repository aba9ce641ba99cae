import type { purchasingKinds } from '../purchasing';
import type { KindText } from './language';

type Texts = Readonly<Record<keyof typeof purchasingKinds, KindText>>;

const EN: Texts = {
  PURCHASE_REQUEST_RAISED: {
    subject: 'To buy: {{part}}',
    text: '{{quantity}} × {{part}} is to be bought for {{place}}.',
  },
  PURCHASE_ORDER_APPROVAL_NEEDED: {
    subject: 'Order {{number}} waits for approval',
    text: 'Order {{number}} to {{supplier}} ({{total}}) for {{place}} waits for approval.',
  },
  PURCHASE_ORDER_APPROVED: {
    subject: 'Order {{number}} was approved',
    text: 'Your order {{number}} to {{supplier}} ({{total}}) was approved and can be sent.',
  },
  PURCHASE_ORDER_REJECTED: {
    subject: 'Order {{number}} was rejected',
    text: 'Your order {{number}} to {{supplier}} ({{total}}) was rejected.',
  },
  PURCHASE_ORDER: {
    subject: 'Order {{number}} of {{organisation}}',
    text: 'Please deliver to {{place}} (expected: {{due}}):\n\n{{lines}}\n\nTotal without tax: {{total}}\nOur order: {{number}}\n{{notes}}',
  },
  PURCHASE_ORDER_CANCELLED: {
    subject: 'Order {{number}} of {{organisation}} is cancelled',
    text: 'We have to cancel our order {{number}} for {{place}}. Please do not deliver it any more.',
  },
};

const IT: Texts = {
  PURCHASE_REQUEST_RAISED: {
    subject: 'Da acquistare: {{part}}',
    text: '{{quantity}} × {{part}} da acquistare per {{place}}.',
  },
  PURCHASE_ORDER_APPROVAL_NEEDED: {
    subject: 'L’ordine {{number}} attende l’approvazione',
    text: 'L’ordine {{number}} a {{supplier}} ({{total}}) per {{place}} attende l’approvazione.',
  },
  PURCHASE_ORDER_APPROVED: {
    subject: 'L’ordine {{number}} è stato approvato',
    text: 'Il suo ordine {{number}} a {{supplier}} ({{total}}) è stato approvato e può essere inviato.',
  },
  PURCHASE_ORDER_REJECTED: {
    subject: 'L’ordine {{number}} è stato respinto',
    text: 'Il suo ordine {{number}} a {{supplier}} ({{total}}) è stato respinto.',
  },
  PURCHASE_ORDER: {
    subject: 'Ordine {{number}} di {{organisation}}',
    text: 'Vi preghiamo di consegnare a {{place}} (data prevista: {{due}}):\n\n{{lines}}\n\nTotale senza imposte: {{total}}\nNostro ordine: {{number}}\n{{notes}}',
  },
  PURCHASE_ORDER_CANCELLED: {
    subject: 'Ordine {{number}} di {{organisation}} annullato',
    text: 'Dobbiamo annullare il nostro ordine {{number}} per {{place}}. Vi preghiamo di non consegnarlo più.',
  },
};

const SW: Texts = {
  PURCHASE_REQUEST_RAISED: {
    subject: 'Ya kununuliwa: {{part}}',
    text: '{{quantity}} × {{part}} inahitaji kununuliwa kwa ajili ya {{place}}.',
  },
  PURCHASE_ORDER_APPROVAL_NEEDED: {
    subject: 'Oda {{number}} inasubiri idhini',
    text: 'Oda {{number}} kwa {{supplier}} ({{total}}) ya {{place}} inasubiri idhini.',
  },
  PURCHASE_ORDER_APPROVED: {
    subject: 'Oda {{number}} imeidhinishwa',
    text: 'Oda yako {{number}} kwa {{supplier}} ({{total}}) imeidhinishwa na inaweza kutumwa.',
  },
  PURCHASE_ORDER_REJECTED: {
    subject: 'Oda {{number}} imekataliwa',
    text: 'Oda yako {{number}} kwa {{supplier}} ({{total}}) imekataliwa.',
  },
  PURCHASE_ORDER: {
    subject: 'Oda {{number}} ya {{organisation}}',
    text: 'Tafadhali leta kwenye {{place}} (inatarajiwa: {{due}}):\n\n{{lines}}\n\nJumla bila kodi: {{total}}\nOda yetu: {{number}}\n{{notes}}',
  },
  PURCHASE_ORDER_CANCELLED: {
    subject: 'Oda {{number}} ya {{organisation}} imeghairiwa',
    text: 'Tunalazimika kughairi oda yetu {{number}} ya {{place}}. Tafadhali msiilete tena.',
  },
};

export const PURCHASING = { EN, IT, SW };
