import {
  AccountDocument,
  AddWorkDocument,
  ApproveAnswerDocument,
  ApproveOrderDocument,
  ApproveRequestDocument,
  AskForPartsDocument,
  AssignDocument,
  CheckInDocument,
  CloseComplaintDocument,
  ComplainDocument,
  CompleteJobDocument,
  ConfirmAppointmentDocument,
  CreditDocument,
  DecideDocument,
  FindTheCarDocument,
  FinishWorkDocument,
  FreeSlotsDocument,
  GiveBackDocument,
  GiveComplaintDocument,
  HandBackDocument,
  HowFarPaidDocument,
  InspectDocument,
  InvoiceOfJobDocument,
  IssueDocument,
  IssuePartsDocument,
  LookIntoDocument,
  MyJobsDocument,
  OpenLinkDocument,
  OrderPartsDocument,
  ProposeAnswerDocument,
  ProposeDocument,
  RaiseRequestDocument,
  ReceiveOrderDocument,
  SayHowItWasDocument,
  ScheduleRequestDocument,
  SeeProposalDocument,
  SendOrderDocument,
  StartJobDocument,
  StartWorkDocument,
  SubmitOrderDocument,
  TakeCashDocument,
  TakeInCustomerDocument,
  TakeInVehicleDocument,
  ToBuyDocument,
  TrackRepairDocument,
  WhoDidWhatDocument,
} from '../../client/generated/graphql';
import { euro } from '../api/billing.fixtures';
import { MailServer, tokenIn } from '../api/message-servers.fixtures';
import { monday } from '../api/scheduling.fixtures';
import { useGraph } from '../harness/graph';
import { type TypedClient, typed } from '../harness/typed';
import { until } from '../harness/until';
import { type Stage, setStage } from './stage.fixtures';

/**
 * One visit to the workshop, from the phone call to the complaint about the paid invoice, as eight people live it: the
 * receptionist, the advisor, the manager, the technician, the second manager who orders parts, the accountant, the
 * administrator, and Carla, whose car it is and who has no account. Read from top to bottom it is a tour of the API;
 * every operation in it stands in the client guide.
 */
const mail = new MailServer();
const environment: Record<string, string> = {};
beforeAll(async () => {
  environment.SMTP_URL = await mail.start();
});
const graph = useGraph({ environment });
afterAll(() => mail.stop());

let stage: Stage;
/** Nobody is signed in. */
const aStranger = () => typed(graph.anonymous());

const EMAIL = 'carla@conti.example';
const PLATE = { number: 'GB 411 XY', country: 'IT' };
let customerId: string;
let vehicleId: string;
let requestId: string;
let appointmentId: string;
let jobId: string;
let trackingCode: string;
let neededParts: readonly { id: string }[];
let invoice: { id: string; version: number; lines: readonly { id: string; description: string }[] };
let payment: { id: string };
let complaintId: string;

/** The letter to Carla that holds this, once it has come. */
async function letterWith(text: string) {
  const found = () =>
    mail.inbox.to(EMAIL).find((letter) => `${letter.subject} ${letter.text}`.includes(text));
  await until(`a letter with ${text}`, async () => found() !== undefined);
  return found()!;
}

/** Carla opens a link: what it opens, she can do; nothing else. */
async function opens(letter: { text: string }): Promise<{ carla: TypedClient; recordId: string }> {
  const { openLink } = await aStranger().ask(OpenLinkDocument, { token: tokenIn(letter) });
  return { carla: typed(graph.withToken(openLink.accessToken)), recordId: openLink.recordId };
}

const myJob = async () =>
  (await stage.inTheWorkshop.ask(MyJobsDocument, { technicianId: stage.technician.id })).jobCards.nodes.find(
    ({ id }) => id === jobId,
  );

beforeAll(async () => {
  stage = await setStage(graph);
});

describe('the phone rings', () => {
  it('the receptionist finds nobody by that number, and takes Carla and her car in', async () => {
    const found = await stage.receptionist.ask(FindTheCarDocument, { search: '333 411 2233' });
    expect(found.quickSearchVehicles).toEqual([]);
    const serviceCentreId = stage.shop.centres[0]!;
    const { createCustomer } = await stage.receptionist.ask(TakeInCustomerDocument, {
      input: {
        firstName: 'Carla',
        lastName: 'Conti',
        phone: '333 4112233',
        email: EMAIL,
        language: 'en',
        serviceCentreId,
      },
    });
    customerId = createCustomer.id;
    const { createVehicle } = await stage.receptionist.ask(TakeInVehicleDocument, {
      input: { make: 'Fiat', model: 'Panda', plate: PLATE, ownerId: customerId, serviceCentreId },
    });
    vehicleId = createVehicle.id;
  });

  it('she writes down what is wrong, and the manager approves that the shop does it', async () => {
    const { createServiceRequest } = await stage.receptionist.ask(RaiseRequestDocument, {
      input: {
        serviceCentreId: stage.shop.centres[0]!,
        customerId,
        vehicleId,
        description: 'The brakes scream.',
      },
    });
    requestId = createServiceRequest.id;
    expect(await stage.receptionist.refusal(ApproveRequestDocument, { id: requestId })).toBe('FORBIDDEN');
    const { approveServiceRequest } = await stage.manager.ask(ApproveRequestDocument, { id: requestId });
    expect(approveServiceRequest.status).toBe('APPROVED');
  });

  it('the advisor offers what is free on Monday, and books it', async () => {
    const day = monday();
    const { availability } = await stage.atTheDesk.ask(FreeSlotsDocument, {
      input: { serviceCentreId: stage.shop.centres[0]!, from: day, to: day, minutes: 60 },
    });
    const [first] = availability!.slots;
    const { scheduleServiceRequest } = await stage.atTheDesk.ask(ScheduleRequestDocument, {
      id: requestId,
      input: { startsAt: first!.startsAt, minutes: 60 },
    });
    appointmentId = scheduleServiceRequest.appointment!.id;
    const { confirmAppointment } = await stage.atTheDesk.ask(ConfirmAppointmentDocument, {
      id: appointmentId,
    });
    expect(confirmAppointment.status).toBe('CONFIRMED');
  });
});

describe('the car is at the door', () => {
  it('the receptionist finds it by a part of its plate, checks it in, and the advisor walks round it', async () => {
    const { quickSearchVehicles } = await stage.receptionist.ask(FindTheCarDocument, { search: '411xy' });
    expect(quickSearchVehicles.map(({ vehicle }) => vehicle.owner?.displayName)).toEqual(['Carla Conti']);
    const { checkInAppointment } = await stage.receptionist.ask(CheckInDocument, { id: appointmentId });
    jobId = checkInAppointment.jobCard!.id;
    trackingCode = checkInAppointment.jobCard!.trackingCode!;
    const { recordPreInspection } = await stage.atTheDesk.ask(InspectDocument, {
      input: { jobCardId: jobId, odometer: { value: 48_000, unit: 'KM' }, fuelPercent: 60, issues: ['Worn'] },
    });
    expect(recordPreInspection.status).toBe('INSPECTED');
  });

  it('the manager gives the job out, and the technician begins', async () => {
    await stage.manager.ask(AssignDocument, { id: jobId, technicianId: stage.technician.id });
    const { startJobCard } = await stage.inTheWorkshop.ask(StartJobDocument, { id: jobId });
    expect(startJobCard.status).toBe('IN_PROGRESS');
  });

  it('Carla follows it on her phone, by the code and the plate', async () => {
    const { trackRepair } = await aStranger().ask(TrackRepairDocument, {
      organisation: stage.shop.slug,
      code: trackingCode,
      secondFactor: PLATE.number,
    });
    expect(trackRepair).toMatchObject({ firstName: 'Carla', status: 'IN_PROGRESS' });
  });
});

describe('there is more to it', () => {
  it('the technician asks for parts: the pads are there, the discs are not, and the job waits', async () => {
    const { requestJobParts } = await stage.inTheWorkshop.ask(AskForPartsDocument, {
      input: {
        jobCardId: jobId,
        lines: [
          { partId: stage.parts.pads, quantity: '1' },
          { partId: stage.parts.discs, quantity: '2' },
        ],
      },
    });
    neededParts = requestJobParts;
    expect(neededParts).toMatchObject([
      { part: { name: 'Brake pads' }, status: 'RESERVED', reserved: '1', missing: '0' },
      { part: { name: 'Brake disc' }, status: 'WAITING', reserved: '0', missing: '2' },
    ]);
    await until('the job waits', async () => (await myJob())?.status === 'WAITING_PARTS');
  });

  it('the buyer orders them; another than the buyer has to approve it', async () => {
    const toBuy = async () =>
      (await stage.buyer.ask(ToBuyDocument, { filter: { partId: stage.parts.discs, status: ['OPEN'] } }))
        .purchaseRequests.nodes;
    await until('it is on the list', async () => (await toBuy()).length === 1);
    const [request] = await toBuy();
    expect(request).toMatchObject({ quantity: '2', part: { name: 'Brake disc' } });
    const { createPurchaseOrderFromRequests } = await stage.buyer.ask(OrderPartsDocument, {
      input: {
        requests: [{ requestId: request!.id, supplierId: stage.supplierId, unitPrice: euro('30.00') }],
      },
    });
    const [order] = createPurchaseOrderFromRequests;
    expect(order!.total.amount).toBe('60.00');
    const { id } = order!;
    await stage.buyer.ask(SubmitOrderDocument, { id });
    expect(await stage.buyer.refusal(ApproveOrderDocument, { id })).toBe('CONFLICT');
    await stage.manager.ask(ApproveOrderDocument, { id });
    await stage.buyer.ask(SendOrderDocument, { id });
    const lines = order!.lines.map(({ id: lineId, quantity }) => ({ lineId, quantity }));
    const { receivePurchaseOrder } = await stage.buyer.ask(ReceiveOrderDocument, { id, input: { lines } });
    expect(receivePurchaseOrder.lines).toEqual([{ receivedQuantity: '2', outstandingQuantity: '0' }]);
  });

  it('what came goes to the job, which goes on by itself', async () => {
    await until('the job goes on', async () => (await myJob())?.status === 'IN_PROGRESS');
    const { issueJobParts } = await stage.inTheWorkshop.ask(IssuePartsDocument, {
      input: { jobCardId: jobId, lines: neededParts.map(({ id }) => ({ id })) },
    });
    expect(issueJobParts).toMatchObject([
      { status: 'ISSUED', issued: '1', amount: { amount: '40.00' } },
      { status: 'ISSUED', issued: '2', amount: { amount: '110.00' } },
    ]);
  });

  it('a calliper sticks as well: Carla gets a link, sees the price, and says yes', async () => {
    await stage.inTheWorkshop.ask(ProposeDocument, {
      input: {
        jobCardId: jobId,
        title: 'Free the calliper',
        reason: 'It sticks.',
        lines: [{ name: 'Calliper', quantity: '1', unitPrice: euro('35.00') }],
      },
    });
    const { carla, recordId } = await opens(await letterWith('/links/approval#'));
    const { additionalService } = await carla.ask(SeeProposalDocument, { id: recordId });
    const { id, version, amount } = additionalService!;
    expect(amount.amount).toBe('35.00');
    const { decideAdditionalService } = await carla.ask(DecideDocument, {
      id,
      input: { decision: 'APPROVE', version, amount: euro(amount.amount) },
    });
    expect(decideAdditionalService.status).toBe('APPROVED');
  });

  it('the technician does it all, and the job is done', async () => {
    const { addJobService } = await stage.inTheWorkshop.ask(AddWorkDocument, {
      input: { jobCardId: jobId, name: 'Change pads and discs', unitPrice: euro('80.00') },
    });
    const { services } = (await myJob())!;
    expect(services.map(({ name }) => name).sort()).toEqual(['Calliper', 'Change pads and discs']);
    expect(services.some(({ id }) => id === addJobService.id)).toBe(true);
    for (const { id } of services) {
      await stage.inTheWorkshop.ask(StartWorkDocument, { id });
      await stage.inTheWorkshop.ask(FinishWorkDocument, { id });
    }
    const { completeJobCard } = await stage.inTheWorkshop.ask(CompleteJobDocument, { id: jobId });
    expect(completeJobCard.status).toBe('COMPLETED');
  });
});

describe('it is paid for', () => {
  it('the job has made its invoice; the accountant issues it, and Carla has it by e-mail', async () => {
    const draft = async () =>
      (await stage.accountant.ask(InvoiceOfJobDocument, { id: jobId })).jobCard!.invoice;
    await until('the job is billed', async () => (await draft()) !== null);
    const { id, version, lines, total } = (await draft())!;
    invoice = { id, version, lines };
    // 265.00 and 22 per cent of it.
    expect(total).toEqual(euro('323.30'));
    const { issueInvoice } = await stage.accountant.ask(IssueDocument, { id, expectedVersion: version });
    expect(issueInvoice).toMatchObject({ status: 'ISSUED', paymentStatus: 'UNPAID' });
    expect((await letterWith(issueInvoice.number!)).text).toContain('€323.30');
  });

  it('Carla pays at the counter, and the advisor gives her the key', async () => {
    const { recordPayment } = await stage.receptionist.ask(TakeCashDocument, {
      input: { method: 'CASH', amount: euro('323.30'), invoices: [{ invoiceId: invoice.id }] },
    });
    payment = recordPayment;
    const { invoice: now } = await stage.accountant.ask(HowFarPaidDocument, { id: invoice.id });
    expect(now).toMatchObject({ paymentStatus: 'PAID', balance: { amount: '0.00' } });
    const { deliverJobCard } = await stage.atTheDesk.ask(HandBackDocument, { id: jobId });
    expect(deliverJobCard.status).toBe('DELIVERED');
  });
});

describe('and then it rattles', () => {
  it('Carla says so by the link that came with the key', async () => {
    const { carla } = await opens(await letterWith('/links/feedback#'));
    const { submitFeedback } = await carla.ask(SayHowItWasDocument, {
      input: { jobCardId: jobId, rating: 3, comment: 'Friendly, but the calliper still sticks.' },
    });
    expect(submitFeedback.rating).toBe(3);
  });

  it('and calls: she will not pay for what was not done. The manager gives it to the advisor', async () => {
    const { createComplaint } = await stage.receptionist.ask(ComplainDocument, {
      input: {
        category: 'BILLING',
        jobCardId: jobId,
        description: 'The calliper was billed and still sticks.',
      },
    });
    complaintId = createComplaint.id;
    const { assignComplaint } = await stage.manager.ask(GiveComplaintDocument, {
      id: complaintId,
      assigneeId: stage.advisor.id,
    });
    expect(assignComplaint.status).toBe('ASSIGNED');
  });

  it('the manager looks into it and proposes to take it back; the administrator agrees', async () => {
    await stage.manager.ask(LookIntoDocument, { id: complaintId });
    await stage.manager.ask(ProposeAnswerDocument, {
      id: complaintId,
      resolution: 'The calliper is credited.',
    });
    expect(await stage.manager.refusal(ApproveAnswerDocument, { id: complaintId })).toBe('FORBIDDEN');
    const { approveComplaintResolution } = await stage.administrator.ask(ApproveAnswerDocument, {
      id: complaintId,
    });
    expect(approveComplaintResolution.status).toBe('RESOLVED');
  });

  it('the accountant credits the line, and its money goes back', async () => {
    const calliper = invoice.lines.find(({ description }) => description === 'Calliper')!;
    const { creditInvoice } = await stage.accountant.ask(CreditDocument, {
      invoiceId: invoice.id,
      input: { reason: 'Complaint about the calliper.', lines: [{ invoiceLineId: calliper.id }] },
    });
    expect(creditInvoice.total.amount).toBe('42.70');
    const { refundPayment } = await stage.accountant.ask(GiveBackDocument, {
      input: { paymentId: payment.id, amount: euro('42.70'), reason: 'Complaint.' },
    });
    expect(refundPayment.amountRefunded.amount).toBe('42.70');
    const { closeComplaint } = await stage.manager.ask(CloseComplaintDocument, {
      id: complaintId,
      customerSatisfaction: 4,
    });
    expect(closeComplaint.status).toBe('CLOSED');
  });

  it('her account adds up, to the cent', async () => {
    const { customerStatement, customer } = await stage.accountant.ask(AccountDocument, {
      customerId,
      from: '2020-01-01',
    });
    const [account] = customerStatement!.accounts;
    expect(account!.lines.map(({ kind, balance }) => [kind, balance.amount])).toEqual([
      ['INVOICE', '323.30'],
      ['PAYMENT', '0.00'],
      ['CREDIT_NOTE', '-42.70'],
      ['REFUND', '0.00'],
    ]);
    expect(customer!.totalSpent).toEqual([{ amount: '280.60' }]);
  });

  it('and the administrator can tell who did what to the job, and who saw Carla’s data', async () => {
    const told = () => stage.administrator.ask(WhoDidWhatDocument, { record: jobId, customer: customerId });
    const { auditLogs } = await told();
    const actions = auditLogs.nodes.map(({ action }) => action);
    expect(actions.slice(0, 2)).toEqual(['open link', 'deliver']);
    expect(actions.slice(-1)).toEqual(['create']);
    const lookedAt = async () => (await told()).accessLogs.nodes.flatMap(({ fields }) => fields);
    await until('who saw her name is written down', async () => (await lookedAt()).includes('firstName'));
  });
});
