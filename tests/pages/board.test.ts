import { openCard } from '../api/job-cards.fixtures';
import { openWorkshop, step, takeOn, type Workshop } from '../api/jobs.fixtures';
import { describeInBrowser, type Visitor } from '../harness/browser';
import { useGraph } from '../harness/graph';
import type { Member } from '../harness/shop';
import { changeRole, holderOf } from '../security/custom-role.fixtures';
import { accessibilityFindings } from './axe';
import { inColumn, moveCard, NARROW, openBoard, standing, WIDE } from './board.fixtures';

interface Asked {
  query?: string;
  extensions: { persistedQuery: { sha256Hash: string } };
}

const graph = useGraph();
let workshop: Workshop;
let manager: Member;
beforeAll(async () => {
  workshop = await openWorkshop(graph);
  manager = workshop.manager;
});

describeInBrowser('the board in a browser', (browser) => {
  const visitors: Visitor[] = [];
  const visit = async (
    member: Member = manager,
    options: Parameters<typeof openBoard>[4] = {},
  ): Promise<Visitor> => {
    const visitor = await openBoard(browser(), graph.url, workshop, member, options);
    visitors.push(visitor);
    return visitor;
  };
  afterEach(async () => {
    for (const visitor of visitors.splice(0)) await visitor.leave(graph.url);
  });

  const takeIn = async (): Promise<{ id: string; number: string }> =>
    openCard(manager.client, workshop.visit.vehicleId);

  it('moves a card by keyboard, keeps the focus at it, and says so; another session sees it move', async () => {
    const { id, number } = await takeIn();
    const [{ page }, other] = [await visit(), await visit()];
    await page.focus(`${inColumn('Not placed yet', id)} .move`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=menu] :focus:text("Pre-check-in")');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.waitForSelector('[role=menu] :focus:text("Ready to collect")');
    await page.keyboard.press('Enter');
    await page.waitForSelector(inColumn('Ready to collect', id));
    await page.waitForSelector(`.card[data-id="${id}"] .move:focus`);
    await page.waitForSelector(`[role=status]:text("${number} moved to Ready to collect.")`);
    await other.page.waitForSelector(inColumn('Ready to collect', id));
    await other.page.waitForSelector(`[role=status]:text("${number} is now at Ready to collect.")`);
  });

  it('moves a card by dragging it, and takes one off the board that is delivered', async () => {
    const { id } = await takeIn();
    const [{ page }, other] = [await visit(), await visit()];
    await page.dragAndDrop(`.card[data-id="${id}"] .plate`, '.column:has(.name:text-is("Paint"))');
    await other.page.waitForSelector(inColumn('Paint', id));
    await page.waitForSelector(inColumn('Paint', id));
    await moveCard(manager.client, id, 'DELIVERED');
    await page.waitForSelector(`.card[data-id="${id}"]`, { state: 'detached' });
  });

  it('shows a card that comes in, and what becomes of it', async () => {
    const { page } = await visit();
    const id = await takeOn(workshop, { complaint: 'It rattles <b>loudly</b>.' });
    await page.waitForSelector(`${inColumn('Not placed yet', id)} .status:text("In work")`);
    expect(await page.textContent(`.card[data-id="${id}"] .complaint`)).toBe('It rattles <b>loudly</b>.');
    await step(workshop.technician.client, 'pauseJobCard', id, { reason: 'Lunch.' });
    await page.waitForSelector(`.card[data-id="${id}"] .status:text("Paused")`);
    await step(manager.client, 'cancelJobCard', id, { reason: 'Sold.' });
    await page.waitForSelector(`.card[data-id="${id}"]`, { state: 'detached' });
  });

  it('tells who came too late that the card has changed, and shows it as it is', async () => {
    const { id } = await takeIn();
    const { page } = await visit();
    await page.click(`.card[data-id="${id}"] .move`);
    await page.waitForSelector('[role=menu]');
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes(id)) await moveCard(manager.client, id, 'PAINT');
      await route.continue();
    });
    await page.click('[role=menu] >> text=Bodywork');
    await page.waitForSelector('.problem[role=alert]');
    await page.waitForSelector(inColumn('Paint', id));
  });

  it('lets nobody move cards who may not', async () => {
    const { id } = await takeIn();
    const { page } = await visit(await workshop.shop.staff('RECEPTIONIST'));
    await page.waitForSelector(`.card[data-id="${id}"]`);
    expect(await page.$$('.move, [draggable=true]')).toEqual([]);
  });

  it('rings the bell, lists what is new, and marks it as read', async () => {
    const { page } = await visit(workshop.technician);
    const before = Number(await page.textContent('.badge'));
    await takeOn(workshop, { started: false });
    await page.waitForSelector(`.badge:text-is("${before + 1}")`);
    await page.focus('.bell');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.notices h2:focus');
    await page.click('.notices >> text=Mark all as read');
    await page.waitForSelector('.badge', { state: 'hidden' });
    expect(await page.$$('.notice.new')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.bell:focus');
  });

  it('counts anew while one looks', async () => {
    const { page } = await visit();
    const inWork = async () => Number(await page.textContent('.kpi:has(:text("Jobs in work")) .value'));
    const before = await inWork();
    await takeOn(workshop);
    await page.waitForSelector(`.kpi:has(:text("Jobs in work")) .value:text-is("${before + 1}")`);
    await page.selectOption('.figures select', 'YEAR');
    await page.waitForSelector('.chart th:text-is("Jan 1"), .chart th:text-is("1 Jan")', {
      state: 'attached',
    });
  });

  it('asks by hash, with the text once at most, and keeps the sign-in from reload to reload', async () => {
    await takeIn();
    const { page } = await visit();
    const asked: Asked[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') asked.push(request.postDataJSON());
    });
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        const { type, payload: subscription } = JSON.parse(String(payload));
        if (type === 'subscribe') asked.push(subscription);
      }),
    );
    await page.reload();
    await page.waitForSelector('.card');
    await page.waitForSelector('.kpi');
    await takeOn(workshop);
    await page.waitForSelector('.card.changed');
    expect(asked.length).toBeGreaterThan(6);
    const withText = asked
      .filter(({ query }) => query)
      .map(({ extensions }) => extensions.persistedQuery.sha256Hash);
    expect(withText).toEqual([...new Set(withText)]);
    expect(asked.map(({ extensions }) => extensions.persistedQuery.sha256Hash)).toEqual(
      asked.map(() => expect.stringMatching(/^[0-9a-f]{64}$/)),
    );
    await page.click('text=Sign out');
    await page.waitForSelector('[role=status]:text("You are signed out.")');
    await page.reload();
    await page.waitForSelector('[name=login]');
  });

  it('renews its token before it ends, and stays', async () => {
    await takeIn();
    const { page } = await visit();
    await page.clock.install();
    await page.reload();
    await standing(page, 'live');
    const renewed = page.waitForResponse(
      async (response) =>
        response.url().endsWith('/graphql') && 'refreshSession' in ((await response.json()).data ?? {}),
    );
    await page.clock.fastForward('14:30');
    await renewed;
    await page.waitForSelector('.card');
  });

  it('shows no longer what may no longer be seen', async () => {
    const { shop } = workshop;
    await takeIn();
    const holder = await holderOf(shop, { 'jobs:read': 'ALL', 'jobs:update': 'ALL' });
    const { page } = await visit(holder);
    await page.waitForSelector('.card .move');
    await changeRole(shop, holder.roleId, { 'vehicles:read': 'ALL' });
    await page.waitForSelector('[role=alert]:text("You may not see the job cards of this workshop.")');
    expect(await page.$$('.card')).toEqual([]);
  });

  it('asks to sign in again once an account is closed', async () => {
    const { shop } = workshop;
    const leaving = await shop.staff('ADVISOR');
    const { page } = await visit(leaving);
    await shop.admin.client.ask('mutation ($id: ID!) { setUserActive(id: $id, active: false) { id } }', {
      id: leaving.id,
    });
    await page.waitForSelector('[role=status]:text("You are signed out.")');
    expect(await page.$$('.columns')).toEqual([]);
  });

  it('says what was wrong with a sign-in', async () => {
    const { page } = await visit();
    await page.click('text=Sign out');
    await page.fill('[name=login]', manager.email);
    await page.fill('[name=password]', 'not this one');
    await page.fill('[name=organisation]', workshop.shop.slug);
    await page.click('[type=submit]');
    await page.waitForSelector('.problem[role=alert]');
  });

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    it.each([
      ['wide', WIDE],
      ['narrow', NARROW],
    ])('and %s: axe finds nothing on the board, its menus, nor the sign-in', async (_, viewport) => {
      await takeOn(workshop, { promisedAt: '2020-01-01T10:00:00Z' });
      const { page } = await visit(manager, { colorScheme, viewport });
      await page.waitForSelector('.card');
      if (await page.isHidden('.figures')) await page.click('text=Figures');
      await page.waitForSelector('.kpi');
      expect(await accessibilityFindings(page)).toEqual([]);
      await page.click('.bell');
      await page.waitForSelector('.notices h2:focus');
      expect(await accessibilityFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.click('.card .move');
      await page.waitForSelector('[role=menu] :focus');
      expect(await accessibilityFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      await page.click('text=Sign out');
      await page.waitForSelector('[name=login]');
      expect(await accessibilityFindings(page)).toEqual([]);
    });
  });
});
