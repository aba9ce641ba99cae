import type { SubgraphName } from '../../../../shared/environment';
import { isId } from '../../../../shared/ids';
import type { Context } from '../../../../shared/subgraph/context';

/** What an event says, once it has become a job. */
export interface Cause {
  eventId: string;
  subjectType: string;
  subjectId: string;
  payload: Readonly<Record<string, unknown>>;
}

/**
 * A value for a text: as it is, an instant to be told in the centre's time, a day, a word of the reader's language, or
 * an amount as the reader writes amounts.
 */
export type Fact = string | Date | { day: string } | { word: string } | AmountFact;

export interface AmountFact {
  amount: string;
  currency: string;
}

/** What is known so far; a fact that is read later may lean on it. */
export interface Known {
  facts: Record<string, Fact>;
  serviceCentreId: string | null;
  vehicleId: string | null;
}

interface FactSource {
  placeholders: readonly string[];
  /** What is asked of whom; a test compares it with that subgraph's schema. */
  asks: { subgraph: SubgraphName; type: string; selection: string };
  /** Whose id is asked for. */
  idIn(cause: Cause, known: Known): unknown;
  learn(record: Record<string, unknown> | null, known: Known, cause: Cause): void;
}

type Named = { id: string } | null | undefined;

const subject = ({ subjectId }: Cause): unknown => subjectId;
const jobCardOf = ({ subjectType, subjectId, payload }: Cause): unknown =>
  subjectType === 'JobCard' ? subjectId : payload.jobCardId;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const money = (value: unknown): Fact => (value ? (value as AmountFact) : '');
const instant = (value: unknown): Date | string => (typeof value === 'string' ? new Date(value) : '');

export const FACTS = {
  request: {
    placeholders: ['number'],
    asks: { subgraph: 'workshop', type: 'ServiceRequest', selection: 'number' },
    idIn: subject,
    learn: (request, { facts }) => {
      facts.number = text(request?.number);
    },
  },
  appointment: {
    placeholders: ['number', 'when'],
    asks: { subgraph: 'workshop', type: 'Appointment', selection: 'number startsAt' },
    idIn: subject,
    learn: (appointment, { facts }) => {
      facts.number = text(appointment?.number);
      facts.when = instant(appointment?.startsAt);
    },
  },
  homeService: {
    placeholders: ['number', 'when'],
    asks: { subgraph: 'workshop', type: 'HomeService', selection: 'number startsAt' },
    idIn: subject,
    learn: (visit, { facts }) => {
      facts.number = text(visit?.number);
      facts.when = instant(visit?.startsAt);
    },
  },
  arrival: {
    placeholders: ['number', 'arrival'],
    asks: { subgraph: 'workshop', type: 'HomeService', selection: 'number expectedArrivalAt' },
    idIn: subject,
    learn: (visit, { facts }) => {
      facts.number = text(visit?.number);
      facts.arrival = instant(visit?.expectedArrivalAt);
    },
  },
  jobCard: {
    placeholders: ['number'],
    asks: {
      subgraph: 'workshop',
      type: 'JobCard',
      selection: 'number serviceCentre { id } vehicle { id }',
    },
    idIn: jobCardOf,
    learn: (card, known) => {
      known.facts.number = text(card?.number);
      known.serviceCentreId ??= (card?.serviceCentre as Named)?.id ?? null;
      known.vehicleId ??= (card?.vehicle as Named)?.id ?? null;
    },
  },
  tracking: {
    placeholders: ['number', 'trackingCode'],
    asks: { subgraph: 'workshop', type: 'JobCard', selection: 'number trackingCode' },
    idIn: jobCardOf,
    learn: (card, { facts }) => {
      facts.number = text(card?.number);
      facts.trackingCode = text(card?.trackingCode);
    },
  },
  stage: {
    placeholders: ['number', 'stage'],
    asks: { subgraph: 'workshop', type: 'JobCard', selection: 'number stage { name }' },
    idIn: jobCardOf,
    learn: (card, { facts }) => {
      facts.number = text(card?.number);
      facts.stage = text((card?.stage as { name?: unknown } | null)?.name);
    },
  },
  proposal: {
    placeholders: ['number', 'work', 'amount'],
    asks: {
      subgraph: 'workshop',
      type: 'AdditionalService',
      selection: 'title jobNumber amount { amount currency }',
    },
    idIn: ({ payload }) => payload.additionalServiceId,
    learn: (proposal, { facts }) => {
      const amount = proposal?.amount as { amount: string; currency: string } | undefined;
      facts.number = text(proposal?.jobNumber);
      facts.work = text(proposal?.title);
      facts.amount = amount ?? '';
    },
  },
  reminder: {
    placeholders: ['reminder', 'due'],
    asks: { subgraph: 'vehicle', type: 'VehicleReminder', selection: 'title dueOn' },
    idIn: subject,
    learn: (reminder, { facts }, { payload }) => {
      facts.reminder = text(reminder?.title) || { word: text(payload.kind) };
      // By mileage alone nobody knows the day.
      facts.due = reminder?.dueOn ? { day: text(reminder.dueOn) } : { word: 'SOON' };
    },
  },
  complaint: {
    placeholders: ['number'],
    asks: { subgraph: 'customer', type: 'Complaint', selection: 'number' },
    idIn: subject,
    learn: (complaint, { facts }) => {
      facts.number = text(complaint?.number);
    },
  },
  purchaseRequest: {
    placeholders: ['part', 'quantity', 'place'],
    asks: {
      subgraph: 'inventory',
      type: 'PurchaseRequest',
      selection: 'quantity part { sku name } location { name }',
    },
    idIn: subject,
    learn: (request, { facts }) => {
      facts.part = partLabel(request?.part);
      facts.quantity = text(request?.quantity);
      facts.place = nameOf(request?.location);
    },
  },
  purchaseOrder: {
    placeholders: ['number', 'supplier', 'place', 'lines', 'total', 'due', 'notes'],
    asks: {
      subgraph: 'inventory',
      type: 'PurchaseOrder',
      selection: `number expectedOn notes supplier { name } location { name } total { amount currency }
        lines { quantity part { sku name } unitPrice { amount } total { amount currency } }`,
    },
    idIn: subject,
    learn: (order, { facts }) => {
      facts.number = text(order?.number);
      facts.supplier = nameOf(order?.supplier);
      facts.place = nameOf(order?.location);
      facts.lines = ((order?.lines ?? []) as Record<string, unknown>[]).map(lineLabel).join('\n');
      facts.total = moneyLabel(order?.total);
      facts.due = order?.expectedOn ? { day: text(order.expectedOn) } : { word: 'SOON' };
      facts.notes = text(order?.notes);
    },
  },
  counterOrder: {
    placeholders: ['number'],
    asks: { subgraph: 'inventory', type: 'CounterOrder', selection: 'number' },
    idIn: subject,
    learn: (order, { facts }) => {
      facts.number = text(order?.number);
    },
  },
  invoice: {
    placeholders: ['number', 'total', 'balance', 'due'],
    asks: {
      subgraph: 'billing',
      type: 'Invoice',
      selection: 'number dueOn total { amount currency } balance { amount currency }',
    },
    idIn: ({ subjectType, subjectId, payload }) =>
      subjectType === 'Invoice' ? subjectId : payload.invoiceId,
    learn: (invoice, { facts }) => {
      facts.number = text(invoice?.number);
      facts.total = money(invoice?.total);
      facts.balance = money(invoice?.balance);
      facts.due = { day: text(invoice?.dueOn) };
    },
  },
  creditNote: {
    placeholders: ['number', 'total', 'invoice'],
    asks: {
      subgraph: 'billing',
      type: 'CreditNote',
      selection: 'number total { amount currency } invoice { number }',
    },
    idIn: subject,
    learn: (note, { facts }) => {
      facts.number = text(note?.number);
      facts.total = money(note?.total);
      facts.invoice = text((note?.invoice as { number?: unknown } | null)?.number);
    },
  },
  receipt: {
    placeholders: ['number', 'total'],
    asks: { subgraph: 'billing', type: 'Receipt', selection: 'number total { amount currency }' },
    idIn: subject,
    learn: (receipt, { facts }) => {
      facts.number = text(receipt?.number);
      facts.total = money(receipt?.total);
    },
  },
  payment: {
    placeholders: ['number', 'total', 'kept'],
    asks: {
      subgraph: 'billing',
      type: 'Payment',
      selection: 'amount { amount currency } amountKept { amount currency } receipt { number }',
    },
    idIn: subject,
    learn: (payment, { facts }) => {
      facts.number = text((payment?.receipt as { number?: unknown } | null)?.number);
      facts.total = money(payment?.amount);
      facts.kept = money(payment?.amountKept);
    },
  },
  vehicle: {
    placeholders: ['vehicle'],
    asks: { subgraph: 'vehicle', type: 'Vehicle', selection: 'make model plate' },
    idIn: (_, { vehicleId }) => vehicleId,
    learn: (vehicle, { facts }) => {
      facts.vehicle = vehicle ? labelOf(vehicle) : { word: 'YOUR_VEHICLE' };
    },
  },
} as const satisfies Record<string, FactSource>;

export type FactName = keyof typeof FACTS;

const nameOf = (record: unknown): string => text((record as { name?: unknown } | null | undefined)?.name);

const partLabel = (part: unknown): string => {
  const { sku, name } = (part ?? {}) as { sku?: unknown; name?: unknown };
  return [text(sku), text(name)].filter(Boolean).join(' ');
};

const moneyLabel = (money: unknown): string => {
  const { amount, currency } = (money ?? {}) as { amount?: unknown; currency?: unknown };
  return [text(amount), text(currency)].filter(Boolean).join(' ');
};

/** `4 × 06A 115 561 B Oil filter, 5.20 = 20.80 EUR` */
const lineLabel = ({ quantity, part, unitPrice, total }: Record<string, unknown>): string =>
  `${text(quantity)} × ${partLabel(part)}, ${moneyLabel(unitPrice)} = ${moneyLabel(total)}`;

const labelOf = ({ make, model, plate }: Record<string, unknown>): string =>
  [make, model, plate && `(${plate})`].filter(Boolean).join(' ');

/** Asks other subgraphs, as the program, for what the texts name. One after the other: later ones lean on earlier. */
export async function readFacts(context: Context, names: readonly FactName[], cause: Cause): Promise<Known> {
  const { serviceCentreId, vehicleId } = cause.payload;
  const known: Known = {
    facts: {},
    serviceCentreId: isId(serviceCentreId) ? serviceCentreId : null,
    vehicleId: isId(vehicleId) ? vehicleId : null,
  };
  for (const name of names) {
    const source: FactSource = FACTS[name];
    const { subgraph, type, selection } = source.asks;
    const id = source.idIn(cause, known);
    const [record] = isId(id)
      ? await context.peers.entities<Record<string, unknown>>(subgraph, type, [id], selection)
      : [null];
    source.learn(record ?? null, known, cause);
  }
  return known;
}
