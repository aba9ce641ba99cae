import type { Page } from 'playwright-core';
import { outboxHandler } from '../../../gateway/outbox';
import type { SubgraphLink } from '../../../shared/subgraph/peers';
import { describeInBrowser, Visitor } from '../../harness/browser';
import { type Served, serve } from './serve';

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

describeInBrowser('the outbox in a browser', (browser) => {
  let visitor: Visitor;
  let page: Page;
  let server: Served;
  let messages: object[];

  /** The subgraph, as far as the page asks it. */
  const subgraph: SubgraphLink = { execute: async () => ({ data: { keptMessages: messages } }) };

  beforeEach(async () => {
    messages = [];
    const handler = outboxHandler({ principals: null, trustedProxies: 0, subgraph: () => subgraph });
    server = await serve(async (request, response) => {
      if (request.url === '/page/icon.svg') response.writeHead(204).end();
      else if (!(await handler(request, response))) response.writeHead(404).end();
    });
    visitor = await Visitor.open(browser());
    page = visitor.page;
  });

  afterEach(async () => {
    await visitor.leave(server.url);
    await server[Symbol.asyncDispose]();
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
