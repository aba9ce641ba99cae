import { CREATE_INVOICE, ISSUE_INVOICE, ratesEntered, sendCredit } from '../api/billing.fixtures';
import { quote, quotedTo } from '../api/quotations.fixtures';
import type { Caller } from './callers.fixtures';
import { idOf } from './id-of.fixtures';
import type { Host, Maker, Makers } from './records.fixtures';
import type { Place } from './world.fixtures';

export const BILLING_KINDS = [
  'taxRate',
  'quotation',
  'quotationDraft',
  'quotationApproved',
  'quotationAccepted',
  'invoice',
  'invoiceDraft',
  'creditNote',
] as const;

type Others = () => Record<'customer' | 'vehicle', Maker>;

const LINES = [
  { type: 'OTHER', description: 'Fee', quantity: '2', unitPrice: { amount: '10.00', currency: 'EUR' } },
];

const isTechnician = (owner: Caller | null): boolean => owner?.role === 'TECHNICIAN';
const ownsNone = (owner: Caller | null): boolean =>
  owner !== null && owner.customerId === null && !isTechnician(owner);

/** For their customer, or for anybody with the technician named on it. */
async function subject(others: Others, world: Makers, host: Host, owner: Caller | null, place: Place) {
  await ratesEntered(world.graph, host.shop);
  const { customer, vehicle } = others();
  const buyer = isTechnician(owner) ? null : owner;
  return {
    customerId: (await customer(world, host, buyer, place))!,
    vehicleId: (await vehicle(world, host, buyer, place))!,
  };
}

type Stand = 'DRAFT' | 'APPROVED' | 'SENT' | 'ACCEPTED';

const quotation =
  (others: Others, status: Stand): Maker =>
  async (world, host, owner, place) => {
    if (ownsNone(owner)) return null;
    const who = await subject(others, world, host, owner, place);
    const input = {
      serviceCentreId: host.centre,
      lines: LINES,
      ...(isTechnician(owner) ? { technicianId: owner!.userId } : {}),
    };
    const made =
      status === 'DRAFT'
        ? await quote(host.client, input, who)
        : await quotedTo(host.client, status, input, who);
    return made.id;
  };

const invoice =
  (others: Others, issued: boolean): Maker =>
  async (world, host, owner, place) => {
    if (ownsNone(owner)) return null;
    const who = await subject(others, world, host, owner, place);
    const { createInvoice } = await host.client.ask<{ createInvoice: { id: string } }>(CREATE_INVOICE, {
      input: { ...who, serviceCentreId: host.centre, lines: LINES },
    });
    const { id } = createInvoice;
    // As of a job of theirs.
    if (isTechnician(owner))
      await world.graph.sql('update billing.invoice set technician_id = $2 where id = $1', [
        id,
        owner!.userId,
      ]);
    if (issued) await host.client.ask(ISSUE_INVOICE, { id });
    return id;
  };

const creditNote =
  (others: Others): Maker =>
  async (world, host, owner, place) => {
    const id = await invoice(others, true)(world, host, owner, place);
    return id && (await sendCredit(host.client, id)).data!.creditInvoice.id;
  };

/** Of the organisation: in no service centre, and nobody's own. */
const taxRate: Maker = async (_, { client }, __, place) =>
  place === 'otherCentre' || place === 'own'
    ? null
    : idOf(client, 'createTaxRate', 'CreateTaxRateInput', {
        name: 'Reduced',
        category: 'REDUCED',
        percent: '4',
        validFrom: '2020-01-01',
      });

export const billingMakers = (others: Others) => ({
  taxRate,
  quotation: quotation(others, 'SENT'),
  quotationDraft: quotation(others, 'DRAFT'),
  quotationApproved: quotation(others, 'APPROVED'),
  quotationAccepted: quotation(others, 'ACCEPTED'),
  invoice: invoice(others, true),
  invoiceDraft: invoice(others, false),
  creditNote: creditNote(others),
});
