import {
  AddWorkDocument,
  AssignDocument,
  ClockOffDocument,
  ClockOnDocument,
  CompleteJobDocument,
  DecideDocument,
  FinishWorkDocument,
  HandBackDocument,
  InspectDocument,
  MyJobsDocument,
  OpenJobCardDocument,
  OpenLinkDocument,
  ProposeDocument,
  SeeProposalDocument,
  StartJobDocument,
  StartWorkDocument,
  WhoHasTimeDocument,
  WorkloadDocument,
} from '../../client/generated/graphql';
import { createVehicle } from '../api/customers.fixtures';
import { MailServer, tokenIn } from '../api/message-servers.fixtures';
import { reachableCustomer } from '../api/messages.fixtures';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { type TypedClient, typed } from '../harness/typed';

/**
 * From the car at the door to the key in the customer's hand, as a technician, an advisor and a customer without an
 * account live it, with the documents of the client guide. To be read from top to bottom.
 */
const mail = new MailServer();
const environment: Record<string, string> = {};
beforeAll(async () => {
  environment.SMTP_URL = await mail.start();
});
const graph = useGraph({ environment });
afterAll(() => mail.stop());

let shop: Shop;
let technician: Member;
let advisor: TypedClient;
let manager: TypedClient;
let inTheWorkshop: TypedClient;
let jobId: string;
let email: string;
let vehicleId: string;
let letter: { text: string };

beforeAll(async () => {
  shop = await graph.shop();
  technician = await shop.staff('TECHNICIAN');
  inTheWorkshop = typed(technician.client);
  advisor = typed((await shop.staff('ADVISOR')).client);
  const boss = await shop.staff('MANAGER');
  manager = typed(boss.client);
  await shop.admin.client.ask('mutation { updateOrganisation(input: { requiresInspection: true }) { id } }');
  const customer = await reachableCustomer(boss.client);
  email = customer.email;
  vehicleId = (await createVehicle(boss.client, { ownerId: customer.id })).id;
});

it('the advisor takes the car in and walks round it', async () => {
  const { createJobCard } = await advisor.ask(OpenJobCardDocument, {
    input: { vehicleId, complaint: 'Pulls to the left when braking.' },
  });
  jobId = createJobCard.id;
  const { recordPreInspection } = await advisor.ask(InspectDocument, {
    input: {
      jobCardId: jobId,
      odometer: { value: 61_200, unit: 'KM' },
      fuelPercent: 30,
      issues: ['Tyres are worn on the inside'],
      estimatedCost: { amount: '120.00', currency: 'EUR' },
    },
  });
  expect(recordPreInspection).toMatchObject({
    status: 'INSPECTED',
    preInspection: { odometerValue: 61_200, fuelPercent: 30, issues: ['Tyres are worn on the inside'] },
  });
});

it('the manager looks who has time, and gives the job out', async () => {
  const { technicians } = await manager.ask(WhoHasTimeDocument, {});
  expect(technicians.nodes).toEqual([
    expect.objectContaining({
      user: expect.objectContaining({ id: technician.id }),
      openJobs: 0,
      runningTimeEntry: null,
    }),
  ]);
  const { assignJobCard } = await manager.ask(AssignDocument, { id: jobId, technicianId: technician.id });
  expect(assignJobCard.status).toBe('ASSIGNED');
});

it('the technician clocks on, works, and finds more', async () => {
  const { jobCards } = await inTheWorkshop.ask(MyJobsDocument, { technicianId: technician.id });
  expect(jobCards.nodes).toMatchObject([{ id: jobId, status: 'ASSIGNED', waitingFor: [] }]);
  const { addJobService } = await inTheWorkshop.ask(AddWorkDocument, {
    input: {
      jobCardId: jobId,
      name: 'Brakes, left and right',
      pricing: 'HOURLY',
      labourHours: '1.5',
      unitPrice: { amount: '80.00', currency: 'EUR' },
    },
  });
  expect(addJobService.amount).toEqual({ amount: '120.00', currency: 'EUR' });
  const { startTimeEntry } = await inTheWorkshop.ask(ClockOnDocument, {
    input: { jobCardId: jobId, jobServiceId: addJobService.id },
  });
  expect(await inTheWorkshop.refusal(ClockOnDocument, { input: { jobCardId: jobId } })).toBe('CONFLICT');
  expect((await inTheWorkshop.ask(StartJobDocument, { id: jobId })).startJobCard.status).toBe('IN_PROGRESS');
  await inTheWorkshop.ask(StartWorkDocument, { id: addJobService.id });
  const arrives = mail.inbox.next(email);
  const { proposeAdditionalService } = await inTheWorkshop.ask(ProposeDocument, {
    input: {
      jobCardId: jobId,
      title: 'Two tyres',
      reason: 'Worn on the inside, below 1.6 mm.',
      lines: [{ name: 'Tyre', quantity: '2', unitPrice: { amount: '79.50', currency: 'EUR' } }],
    },
  });
  expect(proposeAdditionalService.jobCard).toEqual({ status: 'WAITING_APPROVAL', waitingFor: ['APPROVAL'] });
  expect(
    (await inTheWorkshop.ask(FinishWorkDocument, { id: addJobService.id })).completeJobService.status,
  ).toBe('COMPLETED');
  const { stopTimeEntry } = await inTheWorkshop.ask(ClockOffDocument, { id: startTimeEntry.id });
  expect(stopTimeEntry.endedAt).not.toBeNull();
  letter = await arrives;
});

it('the customer opens the link in the message, and says yes to what they see', async () => {
  const { openLink } = await typed(graph.anonymous()).ask(OpenLinkDocument, { token: tokenIn(letter) });
  const customer = typed(graph.withToken(openLink.accessToken));
  const { additionalService } = await customer.ask(SeeProposalDocument, { id: openLink.recordId });
  expect(additionalService).toMatchObject({
    status: 'PROPOSED',
    title: 'Two tyres',
    lines: [{ name: 'Tyre', quantity: '2', amount: { amount: '159.00' } }],
    amount: { amount: '159.00', currency: 'EUR' },
  });
  const { id, version, amount } = additionalService!;
  const seen = { version, amount: { amount: amount.amount, currency: amount.currency } };
  const { decideAdditionalService } = await customer.ask(DecideDocument, {
    id,
    input: { decision: 'APPROVE', ...seen },
  });
  expect(decideAdditionalService.status).toBe('APPROVED');
});

it('the technician does that too, and only then the job is done', async () => {
  expect(await inTheWorkshop.refusal(CompleteJobDocument, { id: jobId })).toBe('CONFLICT');
  const { jobCards } = await inTheWorkshop.ask(MyJobsDocument, { technicianId: technician.id });
  const [job] = jobCards.nodes;
  expect(job).toMatchObject({ status: 'IN_PROGRESS', waitingFor: [] });
  const tyres = job!.services.find(({ name }) => name === 'Tyre')!;
  await inTheWorkshop.ask(StartWorkDocument, { id: tyres.id });
  await inTheWorkshop.ask(FinishWorkDocument, { id: tyres.id });
  expect((await inTheWorkshop.ask(CompleteJobDocument, { id: jobId })).completeJobCard.status).toBe(
    'COMPLETED',
  );
});

it('the advisor hands the key back, and the customer is asked how it was', async () => {
  const arrives = mail.inbox.next(email);
  const { deliverJobCard } = await advisor.ask(HandBackDocument, { id: jobId });
  expect(deliverJobCard).toMatchObject({ status: 'DELIVERED', deliveredAt: expect.any(String) });
  expect((await arrives).text).toContain('/links/feedback#');
});

it('the manager sees what the technician did', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const { technicianWorkload } = await manager.ask(WorkloadDocument, {
    technicianId: technician.id,
    from: today,
    to: tomorrow,
  });
  expect(technicianWorkload).toMatchObject({
    shiftHours: '0',
    bookedHours: '0',
    utilisation: null,
    openJobs: 0,
  });
  expect(technicianWorkload!.clockedHours).toMatch(/^0(\.\d+)?$/);
});
