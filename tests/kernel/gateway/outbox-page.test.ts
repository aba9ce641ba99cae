import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { outboxHandler } from '../../../gateway/outbox';
import type { SubgraphLink } from '../../../shared/subgraph/peers';
import { type Served, serve } from './serve';

const CHROMIUM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((path) => existsSync(path));

/** Without a browser CI fails, at its start; elsewhere the reason is printed. */
const canRun = CHROMIUM !== undefined || Boolean(process.env.CI);
if (!canRun)
  console.warn('Skipped: the outbox in a browser. There is no Chromium here (apt-get install chromium).');

const kept = (body: string, more: object = {}) => ({
  id: '018f0000-0000-7000-8000-000000000000',
  organisation: 'Bay & Co',
  kind: 'PASSWORD_RESET',
  channel: 'EMAIL',
  recipient: 'dana@shop.example',
  subject: 'A new password',
  body,
  createdAt: '2026-11-21T10:00:00.000Z',
  ...more,
});

(canRun ? describe : describe.skip)('the outbox in a browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let server: Served;
  let messages: object[];
  let complaints: string[];
  let hosts: Set<string>;

  /** The subgraph, as far as the page asks it. */
  const subgraph: SubgraphLink = { execute: async () => ({ data: { keptMessages: messages } }) };

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
  });
  afterAll(async () => browser?.close());

  beforeEach(async () => {
    messages = [];
    complaints = [];
    hosts = new Set();
    const handler = outboxHandler({ principals: null, trustedProxies: 0, subgraph: () => subgraph });
    server = await serve(async (request, response) => {
      if (request.url === '/page/icon.svg') response.writeHead(204).end();
      else if (!(await handler(request, response))) response.writeHead(404).end();
    });
    context = await browser.newContext();
    context.on('request', (request) => hosts.add(new URL(request.url()).host));
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  });

  afterEach(async () => {
    const own = new URL(server.url).host;
    await context.close();
    await server[Symbol.asyncDispose]();
    expect([...hosts]).toEqual([own]);
    expect(complaints).toEqual([]);
  });

  it('says when nothing was kept, and shows what is kept later', async () => {
    await page.goto(`${server.url}/outbox`);
    await page.waitForSelector('#empty:not([hidden])');
    messages = [kept('Choose it here:\nhttps://bay.example/links/password-reset#a.b-c\n\nBye.')];
    await page.click('#reload');
    const link = await page.waitForSelector('.message a');
    expect(await link.getAttribute('href')).toBe('https://bay.example/links/password-reset#a.b-c');
    expect(await page.textContent('.recipient')).toBe('dana@shop.example');
    expect(await page.textContent('.subject')).toBe('A new password');
    expect(await page.textContent('.body')).toBe(
      'Choose it here:\nhttps://bay.example/links/password-reset#a.b-c\n\nBye.',
    );
    expect(await page.isVisible('#empty')).toBe(false);
  });

  it('takes what others wrote for text: no tag, no script, no address but of the web', async () => {
    const wicked = '<img src=x onerror="window.hit=1"><script>window.hit=1</script> javascript:window.hit=1';
    messages = [kept(wicked, { organisation: wicked, recipient: wicked, subject: wicked })];
    await page.goto(`${server.url}/outbox`);
    await page.waitForSelector('.message');
    expect(await page.textContent('.body')).toBe(wicked);
    expect(
      await page.evaluate('[window.hit, document.querySelectorAll("main img, main script, main a").length]'),
    ).toEqual([undefined, 0]);
  });

  it('tells why it shows nothing', async () => {
    await page.route('**/outbox/messages', (route) =>
      route.fulfill({ status: 200, contentType: 'text/plain', body: 'not JSON' }),
    );
    await page.goto(`${server.url}/outbox`);
    await page.waitForSelector('#problem:text("The server cannot be reached.")');
  });
});
