import { CardsDocument } from '../../dashboard/generated/operations';
import { openCard } from '../api/job-cards.fixtures';
import { openWorkshop } from '../api/jobs.fixtures';
import { describeInBrowser } from '../harness/browser';
import { type OneProcess, startOneProcess } from '../harness/eight-processes';
import { callersOf } from '../harness/graph';
import { inColumn, moveCard, openBoard, standing } from './board.fixtures';
import { type Gate, openGate } from './gate';

let program: OneProcess;
let gate: Gate;
beforeAll(async () => {
  program = await startOneProcess('board', {});
  gate = await openGate(program.url);
});
afterAll(async () => {
  await gate?.remove();
  await program?.stop();
});

describeInBrowser('the board while its server is away', (browser) => {
  it('says so, and shows what it missed once the server is back', async () => {
    const workshop = await openWorkshop(callersOf(program));
    const { client } = workshop.manager;
    const cards = [];
    for (let n = 0; n < 3; n += 1) cards.push((await openCard(client, workshop.visit.vehicleId)).id);
    const [moved, left, movedAfterwards] = cards as [string, string, string];
    const { page, context } = await openBoard(browser(), gate.url, workshop, workshop.manager);
    await page.waitForSelector(inColumn('Not placed yet', moved));

    gate.close();
    await program.restart();
    await standing(page, 'reconnecting');
    expect(await page.textContent('.standing')).toMatch(/^Reconnecting…last heard at \d/);
    await moveCard(client, moved, 'PAINT');
    expect(await page.isVisible(inColumn('Not placed yet', moved))).toBe(true);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.postData() ?? ''));
    gate.open();

    await page.waitForSelector(inColumn('Paint', moved));
    await standing(page, 'live');
    expect(await page.textContent('.standing')).toMatch(/^Liveup to date at \d/);
    await moveCard(client, movedAfterwards, 'BODYWORK');
    await page.waitForSelector(inColumn('Bodywork', movedAfterwards));
    await page.waitForSelector(inColumn('Not placed yet', left));
    // It went on behind its cursor: the cards were not fetched again.
    expect(fetched.filter((body) => body.includes(CardsDocument.hash))).toEqual([]);
    await context.close();
  });
});
