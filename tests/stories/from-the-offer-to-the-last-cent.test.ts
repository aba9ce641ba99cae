import {
  AcceptOfferDocument,
  AccountDocument,
  AddWorkDocument,
  ApproveOfferDocument,
  ApproveRequestDocument,
  AssignDocument,
  CheckInDocument,
  CompleteJobDocument,
  CreditDocument,
  FinishWorkDocument,
  GiveBackDocument,
  HowFarPaidDocument,
  InvoiceOfJobDocument,
  type InvoiceOfJobQuery,
  IssueDocument,
  MakeOfferWorkDocument,
  OfferDocument,
  OpenLinkDocument,
  PayByCardDocument,
  ScheduleRequestDocument,
  SeeOfferDocument,
  SendOfferDocument,
  SendReceiptDocument,
  StartJobDocument,
  StartWorkDocument,
  TakeCashDocument,
} from '../../client/generated/graphql';
import { euro, ratesEntered } from '../api/billing.fixtures';
import { createVehicle } from '../api/customers.fixtures';
import { MailServer, tokenIn } from '../api/message-servers.fixtures';
import { reachableCustomer } from '../api/messages.fixtures';
import { at, monday, openWorkshop } from '../api/scheduling.fixtures';
import { eventOf, signedEvent, stripeServer } from '../api/stripe-server.fixtures';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { type TypedClient, typed } from '../harness/typed';
import { until } from '../harness/until';

/**
 * From an offer to the last cent, as a manager, a technician and a customer without an account live it, with the
 * documents of the client guide. To be read from top to bottom.
 */
const { stripe, environment } = stripeServer();
const mail = new MailServer();
beforeAll(async () => {
  environment.SMTP_URL = await mail.start();
});
const graph = useGraph({ environment });
afterAll(() => mail.stop());

let shop: Shop;
let technician: Member;
let manager: TypedClient;
let inTheWorkshop: TypedClient;
let customerId: string;
let vehicleId: string;
let email: string;
/** Each step goes on from the one before. */
let offer: { id: string; number: string };
let requestId: string;
let jobId: string;
type Draft = NonNullable<NonNullable<InvoiceOfJobQuery['jobCard']>['invoice']>;
let invoice: Draft & { number: string };
let inCash: { id: string; receiptId: string; receipt: string };
let note: string;

/** The letter with this in its subject, once it has come. */
async function letterAbout(subject: string) {
  const found = () => mail.inbox.to(email).find((letter) => letter.subject?.includes(subject));
  await until(`a letter about ${subject}`, async () => found() !== undefined);
  return found()!;
}

beforeAll(async () => {
  shop = await graph.shop();
  await ratesEntered(graph, shop);
  await shop.admin.client.ask('mutation { updateOrganisation(input: { requiresInspection: false }) { id } }');
  const boss = await shop.staff('MANAGER');
  manager = typed(boss.client);
  const workshop = await openWorkshop(shop, { bays: 1, technicians: 1 });
  technician = workshop.technicians[0]!;
  inTheWorkshop = typed(technician.client);
  ({ id: customerId, email } = await reachableCustomer(boss.client));
  vehicleId = (await createVehicle(boss.client, { ownerId: customerId })).id;
});

it('the manager offers brakes and fluid, and sends the offer', async () => {
  const line = (description: string, price: string) => ({
    type: 'SERVICE' as const,
    description,
    quantity: '1',
    unitPrice: euro(price),
  });
  const { createQuotation } = await manager.ask(OfferDocument, {
    input: { customerId, vehicleId, lines: [line('Brakes', '100.00'), line('Brake fluid', '30.00')] },
  });
  offer = createQuotation;
  expect(createQuotation.total).toEqual(euro('158.60'));
  await manager.ask(ApproveOfferDocument, { id: offer.id });
  expect((await manager.ask(SendOfferDocument, { id: offer.id })).sendQuotation.status).toBe('SENT');
});

it('the customer opens the link in the letter, and accepts what they see', async () => {
  const token = tokenIn(await letterAbout(offer.number));
  const { openLink } = await typed(graph.anonymous()).ask(OpenLinkDocument, { token });
  const customer = typed(graph.withToken(openLink.accessToken));
  const { quotation } = await customer.ask(SeeOfferDocument, { id: openLink.recordId });
  expect(quotation).toMatchObject({
    number: offer.number,
    status: 'SENT',
    lines: [{ description: 'Brakes' }, { description: 'Brake fluid' }],
    total: euro('158.60'),
  });
  const { acceptQuotation } = await customer.ask(AcceptOfferDocument, {
    id: quotation!.id,
    expectedVersion: quotation!.version,
  });
  expect(acceptQuotation.status).toBe('ACCEPTED');
});

it('the offer becomes a service request, and that an appointment and a job', async () => {
  const { convertQuotation } = await manager.ask(MakeOfferWorkDocument, { id: offer.id });
  requestId = convertQuotation.convertedTo!.serviceRequest!.id;
  const again = await manager.ask(MakeOfferWorkDocument, { id: offer.id });
  expect(again.convertQuotation.convertedTo!.serviceRequest!.id).toBe(requestId);
  await manager.ask(ApproveRequestDocument, { id: requestId });
  const { scheduleServiceRequest } = await manager.ask(ScheduleRequestDocument, {
    id: requestId,
    input: { startsAt: at(monday(), 9), minutes: 60 },
  });
  const { checkInAppointment } = await manager.ask(CheckInDocument, {
    id: scheduleServiceRequest.appointment!.id,
  });
  jobId = checkInAppointment.jobCard!.id;
});

it('the technician does what was offered, and the job makes its invoice', async () => {
  await manager.ask(AssignDocument, { id: jobId, technicianId: technician.id });
  await inTheWorkshop.ask(StartJobDocument, { id: jobId });
  for (const [name, price] of [
    ['Brakes', '100.00'],
    ['Brake fluid', '30.00'],
  ] as const) {
    const { addJobService } = await inTheWorkshop.ask(AddWorkDocument, {
      input: { jobCardId: jobId, name, unitPrice: euro(price) },
    });
    await inTheWorkshop.ask(StartWorkDocument, { id: addJobService.id });
    await inTheWorkshop.ask(FinishWorkDocument, { id: addJobService.id });
  }
  await inTheWorkshop.ask(CompleteJobDocument, { id: jobId });
  const drafted = async () => (await manager.ask(InvoiceOfJobDocument, { id: jobId })).jobCard!.invoice;
  await until('the job is billed', async () => (await drafted()) !== null);
  invoice = { ...(await drafted())!, number: '' };
  expect(invoice).toMatchObject({
    status: 'DRAFT',
    quotation: { id: offer.id, number: offer.number },
    lines: [
      { description: 'Brakes', net: { amount: '100.00' } },
      { description: 'Brake fluid', net: { amount: '30.00' } },
    ],
    total: euro('158.60'),
  });
});

it('the manager issues it, and the customer has it by e-mail', async () => {
  const { issueInvoice } = await manager.ask(IssueDocument, {
    id: invoice.id,
    expectedVersion: invoice.version,
  });
  expect(issueInvoice).toMatchObject({ status: 'ISSUED', paymentStatus: 'UNPAID' });
  invoice.number = issueInvoice.number!;
  expect((await letterAbout(invoice.number)).text).toContain('€158.60');
});

it('the customer pays a part by card, which counts when Stripe says so', async () => {
  const { createPaymentLink } = await manager.ask(PayByCardDocument, {
    input: { invoiceIds: [invoice.id], amount: euro('58.60') },
  });
  expect(createPaymentLink.url).toMatch(/^https:\/\/checkout\.stripe\.test\//);
  expect((await manager.ask(HowFarPaidDocument, { id: invoice.id })).invoice!.paymentStatus).toBe('UNPAID');
  const paid = eventOf('evt_story', 'payment_intent.succeeded', stripe.pay(createPaymentLink.payment.id));
  const { body, signature } = signedEvent(paid);
  const { status } = await fetch(`${graph.url.replace('/graphql', '')}/webhooks/stripe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
    body,
  });
  expect(status).toBe(200);
  const { invoice: now } = await manager.ask(HowFarPaidDocument, { id: invoice.id });
  expect(now).toMatchObject({ paymentStatus: 'PARTLY_PAID', balance: { amount: '100.00' } });
});

it('pays the rest in cash, and gets the receipt sent', async () => {
  const { recordPayment } = await manager.ask(TakeCashDocument, {
    input: { method: 'CASH', amount: euro('100.00'), invoices: [{ invoiceId: invoice.id }] },
  });
  const { id: receiptId, number: receipt } = recordPayment.receipt!;
  inCash = { id: recordPayment.id, receiptId, receipt };
  const { invoice: now } = await manager.ask(HowFarPaidDocument, { id: invoice.id });
  expect(now).toMatchObject({
    paymentStatus: 'PAID',
    payments: [
      { amount: { amount: '58.60' }, payment: { method: 'CARD' } },
      { amount: { amount: '100.00' }, payment: { method: 'CASH' } },
    ],
  });
  expect((await manager.ask(SendReceiptDocument, { id: receiptId })).sendReceipt.sentAt).not.toBeNull();
  expect((await letterAbout(`Receipt ${receipt}`)).text).toContain('€100.00');
});

it('the fluid was not needed: it is credited, and its money goes back', async () => {
  const fluid = invoice.lines.find(({ description }) => description === 'Brake fluid')!;
  const { creditInvoice } = await manager.ask(CreditDocument, {
    invoiceId: invoice.id,
    input: { reason: 'The fluid was still good.', lines: [{ invoiceLineId: fluid.id }] },
  });
  note = creditInvoice.number;
  expect(creditInvoice.total.amount).toBe('36.60');
  const { refundPayment } = await manager.ask(GiveBackDocument, {
    input: { paymentId: inCash.id, amount: euro('36.60'), reason: 'Credited.' },
  });
  expect(refundPayment.amountRefunded.amount).toBe('36.60');
  const { invoice: now } = await manager.ask(HowFarPaidDocument, { id: invoice.id });
  expect(now).toMatchObject({
    paymentStatus: 'PAID',
    amountPaid: { amount: '122.00' },
    amountCredited: { amount: '36.60' },
    balance: { amount: '0.00' },
  });
});

it('and the customer’s account adds up', async () => {
  const { customerStatement, customer } = await manager.ask(AccountDocument, {
    customerId,
    from: '2020-01-01',
  });
  const [account] = customerStatement!.accounts;
  const told = account!.lines.map(({ kind, number, debit, credit, balance }) => [
    kind,
    kind === 'PAYMENT' ? 'a receipt' : number,
    debit.amount,
    credit.amount,
    balance.amount,
  ]);
  expect(told).toEqual([
    ['INVOICE', invoice.number, '158.60', '0.00', '158.60'],
    ['PAYMENT', 'a receipt', '0.00', '58.60', '100.00'],
    ['PAYMENT', 'a receipt', '0.00', '100.00', '0.00'],
    ['CREDIT_NOTE', note, '0.00', '36.60', '-36.60'],
    ['REFUND', inCash.receipt, '36.60', '0.00', '0.00'],
  ]);
  expect(account).toMatchObject({
    opening: { amount: '0.00' },
    closing: { amount: '0.00' },
    overdue: { total: { amount: '0.00' } },
  });
  expect(customer).toEqual({ totalOrders: 1, loyaltyPoints: 122, totalSpent: [{ amount: '122.00' }] });
});
