import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Member, Shop } from '../harness/shop';
import { createVehicle } from './customers.fixtures';
import { doVisit, plan } from './home-service.fixtures';
import { messagesOf, notificationsOf, reachableCustomer } from './messages.fixtures';
import { at, monday, openWorkshop } from './scheduling.fixtures';

/** Nobody is written to here: what would go out is kept, and can be read. */
const graph = useGraph();

let shop: Shop;
let admin: GraphClient;
let anna: Member;
const day = monday(3);

beforeAll(async () => {
  shop = await graph.shop();
  admin = shop.admin.client;
  anna = (await openWorkshop(shop, { bays: 1, technicians: 1 })).technicians[0]!;
});

async function planned(language: string, hours: number) {
  const serviceCentreId = shop.centres[0]!;
  const { id: customerId } = await reachableCustomer(admin, { language, serviceCentreId });
  const { id: vehicleId } = await createVehicle(admin, { ownerId: customerId, serviceCentreId });
  const visit = await plan(admin, { customerId, vehicleId, serviceCentreId, startsAt: at(day, hours) });
  return { customerId, ...visit };
}

async function toldBySms(customerId: string) {
  await untilIdle(graph, shop.id);
  const found = await messagesOf(admin, { customerId, channel: 'SMS' });
  return found.map(({ kind, body }) => [kind, body.replace(`Shop ${shop.slug}: `, '')]).reverse();
}

const said = (instant: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Rome' }).format(
    new Date(instant),
  );

it('a visit is told to the customer when it is planned, under way and called off, in their words', async () => {
  const { id, customerId, number } = await planned('en', 9);
  // Of two things that happen at once, either may be told first.
  await untilIdle(graph, shop.id);
  const arrival = new Date(Date.now() + 20 * 60_000).toISOString();
  await doVisit(anna.client, 'leave', id, { arrival });
  await untilIdle(graph, shop.id);
  await doVisit(admin, 'cancel', id);
  expect(await toldBySms(customerId)).toEqual([
    ['HOME_SERVICE_SCHEDULED', `We come to you for Fiat Panda: ${said(at(day, 9), 'en')} (visit ${number}).`],
    [
      'HOME_SERVICE_EN_ROUTE',
      `Our technician is on the way to you for Fiat Panda and expects to be there: ${said(arrival, 'en')}.`,
    ],
    [
      'HOME_SERVICE_CANCELLED',
      `Our visit ${number} for Fiat Panda on ${said(at(day, 9), 'en')} was cancelled.`,
    ],
  ]);
  const [told] = await notificationsOf(anna.client, { category: 'APPOINTMENT' });
  expect(told).toMatchObject({
    kind: 'HOME_SERVICE_ASSIGNED',
    title: `L’intervento ${number} è suo`,
    relatedType: 'HomeService',
    relatedId: id,
    actionUrl: `/home-services/${id}`,
  });
});

it.each([
  ['it', 'Veniamo da lei per Fiat Panda'],
  ['sw', 'Tunakuja kwako kwa ajili ya Fiat Panda'],
])('in %s, too, and again when it is moved', async (language, words) => {
  const { id, customerId, number } = await planned(language, language === 'it' ? 11 : 13);
  await doVisit(admin, 'schedule', id, { input: { startsAt: at(monday(4), language === 'it' ? 11 : 13) } });
  const told = await toldBySms(customerId);
  expect(told.map(([kind]) => kind)).toEqual(['HOME_SERVICE_SCHEDULED', 'HOME_SERVICE_SCHEDULED']);
  for (const [, body] of told) expect(body).toContain(words);
  expect(told[1]![1]).toContain(number);
});
