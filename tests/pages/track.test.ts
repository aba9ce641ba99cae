import { readyImage, trackingCodeOf } from '../api/bodyshop.fixtures';
import { createCustomer, createVehicle } from '../api/customers.fixtures';
import { openCard, UPDATE } from '../api/job-cards.fixtures';
import { openWorkshop, type Workshop } from '../api/jobs.fixtures';
import { describeInBrowser, Visitor } from '../harness/browser';
import { useGraph } from '../harness/graph';
import { accessibilityFindings } from './axe';
import { moveCard, NARROW, standing, WIDE } from './board.fixtures';

const graph = useGraph();
let workshop: Workshop;
let card: { id: string; code: string };

const ATTACH = `mutation ($id: ID!, $photos: [PhotoInput!]!) {
  attachPhotos(jobCardId: $id, photos: $photos) { id } }`;

beforeAll(async () => {
  workshop = await openWorkshop(graph);
  const { client } = workshop.manager;
  const { id: ownerId } = await createCustomer(client, { firstName: 'Rosa', lastName: 'Neri' });
  const plate = { number: 'AB 123 DE', country: 'IT' };
  const { id: vehicleId } = await createVehicle(client, { ownerId, plate });
  const { id } = await openCard(client, vehicleId);
  await client.ask(UPDATE, { id, input: { promisedAt: '2031-01-01T10:00:00Z' } });
  const photo = {
    fileId: await readyImage(client),
    caption: 'The dent',
    phase: 'BEFORE',
    shownInTracking: true,
  };
  await client.ask(ATTACH, { id, photos: [photo] });
  card = { id, code: await trackingCodeOf(client, id) };
});

describeInBrowser('the page on which customers track their repair', (browser) => {
  const visitors: Visitor[] = [];
  const visit = async (options: Parameters<typeof Visitor.open>[1] = {}) => {
    const visitor = await Visitor.open(browser(), { viewport: NARROW, ...options });
    visitors.push(visitor);
    await visitor.page.goto(`${graph.url}/track?organisation=${workshop.shop.slug}#${card.code}`);
    return visitor.page;
  };
  afterEach(async () => {
    for (const visitor of visitors.splice(0)) await visitor.leave(graph.url);
  });

  it('asks for the plate beside the code, and does not say which of them was wrong', async () => {
    const page = await visit();
    expect(await page.inputValue('[name=code]')).toBe(card.code);
    await page.fill('[name=secondFactor]', 'ZZ 999 ZZ');
    await page.click('[type=submit]');
    await page.waitForSelector('.problem:text("We know no repair with this code and this plate or phone.")');
  });

  it('shows how far it is, and each step as it happens', async () => {
    const page = await visit();
    await page.fill('[name=secondFactor]', 'ab123de');
    await page.click('[type=submit]');
    await page.waitForSelector('.greeting:text("Hello Rosa,")');
    await page.waitForSelector('.brand:text-is("First centre")');
    await page.waitForSelector('h1:focus:has-text("We have taken your car in.")');
    await page.waitForSelector('.photos img[alt="Before: The dent"]');
    expect(await page.textContent('.promised')).toMatch(/^Expected to be ready \S/);
    await standing(page, 'live');
    await moveCard(workshop.manager.client, card.id, 'PAINT');
    await page.waitForSelector('.stage:text-is("Paint")');
    await page.waitForSelector('.history >> text=Paint');
  });

  it.each(
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      [WIDE, NARROW].map((viewport) => ({ colorScheme, viewport })),
    ),
  )('has nothing that axe finds: %j', async (look) => {
    const page = await visit(look);
    await page.waitForSelector('[name=code]');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.fill('[name=secondFactor]', 'ab123de');
    await page.click('[type=submit]');
    await page.waitForSelector('.history li');
    await standing(page, 'live');
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });
});
