import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { createVehicle } from './customers.fixtures';
import { messageServers } from './message-servers.fixtures';
import { emit, type Message, messagesOf, reachableCustomer } from './messages.fixtures';
import { at, book, monday, openWorkshop, run, type Workshop } from './scheduling.fixtures';

const { environment } = messageServers();
const graph = useGraph({ environment });

let shop: Shop;
let workshop: Workshop;
beforeAll(async () => {
  shop = await graph.shop();
  workshop = await openWorkshop(shop, { bays: 3 });
});

const day = monday();
let plates = 100;

/** As somebody reads it who speaks so, in the shop's zone. */
const said = (instant: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Rome' }).format(
    new Date(instant),
  );

async function booked(language: string, hour: number) {
  const { client } = shop.admin;
  plates += 1;
  const customer = await reachableCustomer(client, { language, serviceCentreId: workshop.centre });
  const { id: vehicleId } = await createVehicle(client, {
    ownerId: customer.id,
    serviceCentreId: workshop.centre,
    plate: { number: `AB${plates}CD`, country: 'IT' },
  });
  const appointment = await book(client, {
    serviceCentreId: workshop.centre,
    customerId: customer.id,
    vehicleId,
    startsAt: at(day, hour),
  });
  return { customer, appointment };
}

async function bySms(customerId: string): Promise<Message[]> {
  await untilIdle(graph);
  return messagesOf(shop.admin.client, { customerId, channel: 'SMS' });
}

describe('an appointment', () => {
  it('is told to the customer as it is booked, confirmed, moved and called off, on the clock of the shop', async () => {
    const { customer, appointment } = await booked('en-GB', 9);
    const { client } = shop.admin;
    await untilIdle(graph);
    await run(client, 'confirm', appointment.id);
    await untilIdle(graph);
    await run(client, 'move', appointment.id, { input: { startsAt: at(day, 14.5) } });
    await untilIdle(graph);
    await run(client, 'cancel', appointment.id);
    const told = (await bySms(customer.id)).reverse();
    expect(told.map(({ kind, state, relatedId }) => [kind, state, relatedId])).toEqual(
      ['BOOKED', 'CONFIRMED', 'MOVED', 'CANCELLED'].map((what) => [
        `APPOINTMENT_${what}`,
        'SENT',
        appointment.id,
      ]),
    );
    const [first, , moved] = told;
    expect(first!.body).toMatch(
      new RegExp(`^Shop ${shop.slug}: Your appointment APT-\\d+ for Fiat Panda \\(AB`),
    );
    expect(first!.body).toContain(said(at(day, 9), 'en-GB'));
    expect(first!.body).toContain('at 09:00');
    expect(moved!.body).toContain('at 14:30');
    expect(await messagesOf(client, { customerId: customer.id, channel: 'EMAIL' })).toHaveLength(4);
  });

  it.each([
    ['it-IT', 'Il suo appuntamento'],
    ['sw-KE', 'Miadi yako'],
    ['de-DE', 'Your appointment'],
  ])('is told in the customer’s language, or in English: %s', async (language, words) => {
    const { customer, appointment } = await booked(language, 11);
    const [message] = await bySms(customer.id);
    expect(message!.body).toContain(words);
    expect(message!.body).toContain(said(appointment.startsAt, language));
    expect(message!.body).not.toMatch(/[{}]/);
  });

  it('that is near is told once', async () => {
    const { customer, appointment } = await booked('en', 15);
    expect(await bySms(customer.id)).toHaveLength(1);
    await emit(
      graph,
      shop,
      'AppointmentReminderDue',
      { type: 'Appointment', id: appointment.id },
      { serviceCentreId: workshop.centre, customerId: customer.id, vehicleId: null },
    );
    const [reminder, ...before] = await bySms(customer.id);
    expect([reminder!.kind, before.map(({ kind }) => kind)]).toEqual([
      'APPOINTMENT_REMINDER',
      ['APPOINTMENT_BOOKED'],
    ]);
    expect(reminder!.body).toContain('We expect you with your vehicle: ');
  });
});
