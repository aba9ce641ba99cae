import { newId } from '../../shared/ids';
import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { accountOf } from './customers.fixtures';
import { arrive, assign, openCard, requireInspection } from './job-cards.fixtures';
import { messageServers } from './message-servers.fixtures';
import { emit, messagesOf, notificationsOf, reachableCustomer } from './messages.fixtures';
import { setting } from './sign-in.fixtures';

const { mail, sms, environment } = messageServers();
const graph = useGraph({ environment });

let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  await requireInspection(shop, false);
});

describe('a job card that is assigned', () => {
  it('is told to the technician in the application, once, in their language', async () => {
    const technician = await shop.staff('TECHNICIAN');
    await graph.sql("update customer.user_account set locale = 'sw-KE' where id = $1", [technician.id]);
    const { vehicleId } = await arrive(shop.admin.client, shop.centres[0]);
    const card = await openCard(shop.admin.client, vehicleId, { serviceCentreId: shop.centres[0] });
    await assign(shop.admin.client, card.id, technician);
    await untilIdle(graph);
    expect(await notificationsOf(technician.client)).toEqual([
      {
        id: expect.any(String),
        kind: 'JOB_CARD_ASSIGNED',
        type: 'INFO',
        category: 'JOB_CARD',
        title: `Umepewa ${card.number}`,
        message: `Umepewa kadi ya kazi ${card.number} ya Fiat Panda katika First centre.`,
        relatedType: 'JobCard',
        relatedId: card.id,
        actionUrl: `/job-cards/${card.id}`,
        readAt: null,
      },
    ]);
    const [job] = await graph.sql<{ payload: object }>(
      `select json_build_object('organisationId', $1::text, 'kind', 'JOB_CARD_ASSIGNED', 'eventId', e.id,
         'subjectType', e.subject_type, 'subjectId', e.subject_id, 'payload', e.payload) as payload
       from platform.event e where e.name = 'JobCardAssigned' and e.subject_id = $2`,
      [shop.id, card.id],
    );
    await graph.sql("select graphile_worker.add_job('notify', $1)", [JSON.stringify(job!.payload)]);
    await untilIdle(graph);
    expect(await notificationsOf(technician.client)).toHaveLength(1);
  });
});

describe('parts for a job', () => {
  it.each([
    ['PartsNotAvailable', 'PARTS_NOT_AVAILABLE', 'WARNING', 'Mancano ricambi per'],
    ['PartsArrived', 'PARTS_ARRIVED', 'SUCCESS', 'I ricambi per'],
  ])(
    '%s is told to those of the centre who work on jobs, and to nobody else',
    async (event, kind, type, title) => {
      const [here, there] = shop.centres;
      const manager = await shop.staff('MANAGER', { centres: [here!] });
      const advisor = await shop.staff('ADVISOR', { allCentres: true });
      const elsewhere = await shop.staff('MANAGER', { centres: [there!] });
      const technician = await shop.staff('TECHNICIAN', { centres: [here!] });
      const gone = await shop.staff('MANAGER', { centres: [here!] });
      await graph.sql('update customer.user_account set active = false where id = $1', [gone.id]);
      const { vehicleId } = await arrive(shop.admin.client, here);
      const card = await openCard(shop.admin.client, vehicleId, { serviceCentreId: here });
      await emit(graph, shop, event, { type: 'PartsRequest' }, { jobCardId: card.id, serviceCentreId: here });
      await untilIdle(graph);
      const told = async (client: typeof manager.client) =>
        (await notificationsOf(client, { category: 'INVENTORY' })).filter((each) => each.kind === kind);
      for (const { client } of [manager, advisor, shop.admin])
        expect(await told(client)).toEqual([
          expect.objectContaining({ type, title: expect.stringContaining(`${title} ${card.number}`) }),
        ]);
      for (const { client } of [elsewhere, technician]) expect(await told(client)).toEqual([]);
      const rows = await graph.sql('select from customer.notification where user_id = $1', [gone.id]);
      expect(rows).toEqual([]);
    },
  );
});

describe('invoices and payments', () => {
  it.each([
    ['InvoiceIssued', 'INVOICE_ISSUED', 'Your invoice'],
    ['PaymentReceived', 'PAYMENT_RECEIVED', 'Thank you for your payment'],
  ])('%s is told to the customer in writing and in their account', async (event, kind, subject) => {
    const { id, email, phone } = await reachableCustomer(shop.admin.client, {
      serviceCentreId: shop.centres[0],
    });
    const account = await accountOf(graph, shop, id);
    const letter = mail.inbox.next(email);
    await emit(graph, shop, event, { type: 'Invoice' }, { customerId: id, serviceCentreId: shop.centres[0] });
    expect((await letter).subject).toContain(subject);
    await untilIdle(graph);
    expect(await messagesOf(shop.admin.client, { customerId: id })).toEqual([
      expect.objectContaining({
        kind,
        channel: 'EMAIL',
        basis: 'CONTRACT',
        state: 'SENT',
        relatedType: 'Invoice',
      }),
    ]);
    expect(sms.inbox.to(phone)).toEqual([]);
    expect(await notificationsOf(account.client)).toEqual([
      expect.objectContaining({ kind, category: 'INVOICE' }),
    ]);
  });

  it('a reminder goes to the phone as well; where no address is known, a line says so', async () => {
    const { id, phone } = await reachableCustomer(shop.admin.client);
    const nowhere = await reachableCustomer(shop.admin.client, { phone: null, email: null });
    const text = sms.inbox.next(phone);
    for (const customerId of [id, nowhere.id])
      await emit(graph, shop, 'PaymentReminderDue', { type: 'Invoice' }, { customerId });
    expect((await text).text).toContain('not paid yet');
    await untilIdle(graph);
    expect(await messagesOf(shop.admin.client, { customerId: nowhere.id })).toEqual([
      expect.objectContaining({ state: 'SUPPRESSED', suppressedBecause: 'NO_ADDRESS', recipient: '' }),
    ]);
  });

  it('about somebody who is not there tells nobody', async () => {
    const before = await messagesOf(shop.admin.client);
    await emit(graph, shop, 'InvoiceIssued', { type: 'Invoice' }, { customerId: newId() });
    await emit(graph, shop, 'InvoiceIssued', { type: 'Invoice' }, {});
    await untilIdle(graph);
    expect(await messagesOf(shop.admin.client)).toEqual(before);
    const [jobs] = await graph.sql<{ count: string }>(
      "select count(*) from graphile_worker.jobs where task_identifier in ('notify', 'event')",
    );
    expect(jobs!.count).toBe('0');
  });
});

describe('a lead that is assigned', () => {
  it('is told to who has it now', async () => {
    const advisor = await shop.staff('ADVISOR');
    await emit(
      graph,
      shop,
      'LeadAssigned',
      { type: 'Lead' },
      { assigneeId: advisor.id, serviceCentreId: shop.centres[0] },
    );
    await untilIdle(graph);
    expect(await notificationsOf(advisor.client)).toEqual([
      expect.objectContaining({ kind: 'LEAD_ASSIGNED', title: 'Un contatto è suo' }),
    ]);
  });
});

describe('a stage that customers are not told of', () => {
  it('leaves no job behind', async () => {
    await emit(graph, shop, 'JobCardStageChanged', { type: 'JobCard' }, { notifiesCustomer: false });
    await untilIdle(graph);
    const [jobs] = await graph.sql<{ count: string }>(
      "select count(*) from graphile_worker.jobs where task_identifier = 'notify'",
    );
    expect(jobs!.count).toBe('0');
  });
});

describe('what somebody chose', () => {
  it('staff get by e-mail what they switched on, and not in the application what they switched off', async () => {
    const advisor = await shop.staff('ADVISOR');
    await setting(shop.admin.client, { locale: 'en-GB' });
    await advisor.client.ask(
      `mutation { updateNotificationPreferences(input: { preferences: [
         { category: LEAD, channel: EMAIL, enabled: true }, { category: LEAD, channel: IN_APP, enabled: false } ] }) { enabled } }`,
    );
    const letter = mail.inbox.next(advisor.email);
    const payload = { assigneeId: advisor.id, serviceCentreId: shop.centres[0] };
    await emit(graph, shop, 'LeadAssigned', { type: 'Lead' }, payload);
    expect((await letter).subject).toBe('A lead is yours');
    expect(await notificationsOf(advisor.client)).toEqual([]);
  });

  it('customers are not written to where they switched it off, and the message says so', async () => {
    const { id, phone } = await reachableCustomer(shop.admin.client);
    const account = await accountOf(graph, shop, id);
    await account.client.ask(
      `mutation { updateNotificationPreferences(input: { preferences: [
         { category: INVOICE, channel: SMS, enabled: false } ] }) { enabled } }`,
    );
    await emit(graph, shop, 'PaymentReminderDue', { type: 'Invoice' }, { customerId: id });
    await untilIdle(graph);
    expect(await messagesOf(shop.admin.client, { customerId: id, channel: 'SMS' })).toEqual([
      expect.objectContaining({ state: 'SUPPRESSED', suppressedBecause: 'SWITCHED_OFF' }),
    ]);
    expect(sms.inbox.to(phone)).toEqual([]);
    expect(await messagesOf(shop.admin.client, { customerId: id, channel: 'EMAIL' })).toHaveLength(1);
  });
});
