import { registerEnumType } from 'type-graphql';

export enum PaymentMethod {
  CASH = 'CASH',
  CARD = 'CARD',
  ONLINE = 'ONLINE',
  UPI = 'UPI',
  CHEQUE = 'CHEQUE',
  BANK_TRANSFER = 'BANK_TRANSFER',
}
registerEnumType(PaymentMethod, {
  name: 'PaymentMethod',
  description: 'How money changes hands.',
  valuesConfig: {
    CASH: { description: 'Notes and coins.' },
    CARD: { description: 'A card, at the shop’s terminal or through a provider.' },
    ONLINE: { description: 'Another way through the internet.' },
    UPI: { description: 'India’s Unified Payments Interface.' },
    CHEQUE: { description: 'A cheque.' },
    BANK_TRANSFER: { description: 'From account to account.' },
  },
});
