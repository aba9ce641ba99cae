import { registerEnumType } from 'type-graphql';

export enum StockMovementKind {
  RECEIPT = 'RECEIPT',
  SUPPLIER_RETURN = 'SUPPLIER_RETURN',
  ISSUE = 'ISSUE',
  RETURN = 'RETURN',
  ADJUSTMENT = 'ADJUSTMENT',
  COUNT = 'COUNT',
  TRANSFER_OUT = 'TRANSFER_OUT',
  TRANSFER_IN = 'TRANSFER_IN',
  TRANSFER_LOSS = 'TRANSFER_LOSS',
}
registerEnumType(StockMovementKind, {
  name: 'StockMovementKind',
  description: 'Why stock changed.',
  valuesConfig: {
    RECEIPT: { description: 'Came from a supplier.' },
    SUPPLIER_RETURN: { description: 'Went back to a supplier.' },
    ISSUE: { description: 'Taken for a job or sold over the counter.' },
    RETURN: { description: 'Came back from a job or a customer, at the cost it was issued at.' },
    ADJUSTMENT: { description: 'Put right by hand, for the reason that is given.' },
    COUNT: { description: 'The difference that a stocktake found.' },
    TRANSFER_OUT: { description: 'Left for another place; in transit until it is received there.' },
    TRANSFER_IN: { description: 'All that was sent from another place for it, as it was sent.' },
    TRANSFER_LOSS: { description: 'What of that did not arrive, written off.' },
  },
});

export enum StockReferenceType {
  PURCHASE_ORDER = 'PURCHASE_ORDER',
  JOB_CARD = 'JOB_CARD',
  COUNTER_ORDER = 'COUNTER_ORDER',
  TRANSFER = 'TRANSFER',
  STOCKTAKE = 'STOCKTAKE',
  ADJUSTMENT = 'ADJUSTMENT',
  WARRANTY_CLAIM = 'WARRANTY_CLAIM',
}
registerEnumType(StockReferenceType, {
  name: 'StockReferenceType',
  description: 'What kind of record moved or holds stock.',
  valuesConfig: {
    PURCHASE_ORDER: { description: 'An order to a supplier.' },
    JOB_CARD: { description: 'A job.' },
    COUNTER_ORDER: { description: 'An order over the counter.' },
    TRANSFER: { description: 'A transfer between places.' },
    STOCKTAKE: { description: 'A stocktake.' },
    ADJUSTMENT: { description: 'An adjustment by hand.' },
    WARRANTY_CLAIM: { description: 'A claim under warranty, settled with parts.' },
  },
});
