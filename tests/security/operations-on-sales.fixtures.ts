import { change, command, create, list, near, type Operation, one } from './operation.fixtures';
import type { Kind } from './records.fixtures';

export const SALES_QUERIES: readonly Operation[] = [
  one('counterOrder', 'counterOrder'),
  list('counterOrders', 'counterOrder'),
];

const PRICE = { amount: '1.00', currency: 'EUR' };

/** An order of something near, but for what is tried. */
const ordering = (name: string, kind: Kind, place: string, more: Partial<Operation> = {}): Operation => ({
  ...create(name, kind, 'CreateCounterOrderInput', (target) => ({
    serviceCentreId: target.world.here.centres[0],
    lines: [
      { partId: place === 'partId' ? target.id : near(target, 'part'), quantity: '1', unitPrice: PRICE },
    ],
    ...(place === 'partId' ? {} : { [place]: target.id }),
  })),
  ...more,
});

export const SALES: readonly Operation[] = [
  ordering('createCounterOrder', 'serviceCentre', 'serviceCentreId'),
  ordering('createCounterOrder of a part', 'part', 'partId'),
  ordering('createCounterOrder from a place', 'van', 'locationId', { atMost: 'C' }),
  // Their own customer is nobody else’s to sell to.
  ordering('createCounterOrder for a customer', 'customer', 'customerId', { except: ['own'] }),
  change('updateCounterOrder', 'counterOrder', 'UpdateCounterOrderInput', { notes: 'Changed' }),
  command('processCounterOrder', 'counterOrder'),
  command('markCounterOrderReady', 'processedOrder'),
  command('deliverCounterOrder', 'readyOrder'),
  {
    name: 'cancelCounterOrder',
    kind: 'counterOrder',
    ask: ({ id }) => ({
      query: 'mutation ($id: ID!) { cancelCounterOrder(id: $id, reason: "Because") { id } }',
      variables: { id },
    }),
  },
];
