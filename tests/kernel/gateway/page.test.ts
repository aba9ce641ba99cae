import type { Page } from 'playwright-core';
import { pageHandler } from '../../../gateway/page';
import { describeInBrowser, Visitor } from '../../harness/browser';
import { type Served, serve } from './serve';
import { StubGraph } from './stub-graph';

describeInBrowser('the page in a browser', (browser) => {
  let visitor: Visitor;
  let page: Page;
  let server: Served;
  let graph: StubGraph;

  beforeEach(async () => {
    graph = new StubGraph();
    const handler = pageHandler({
      endpoint: '/graphql',
      query: 'query FirstLook {\n  me {\n    displayName\n  }\n}\n',
    });
    server = await serve(async (req, res) => {
      if (req.url === '/graphql') return graph.handle(req, res);
      if (!handler(req, res)) res.writeHead(404).end();
    });
    visitor = await Visitor.open(browser(), { viewport: { width: 1280, height: 760 } });
    page = visitor.page;
    await page.goto(server.url);
    await page.waitForSelector('.graphiql-execute-button');
  });

  afterEach(async () => {
    await visitor.leave(server.url);
    await server[Symbol.asyncDispose]();
  });

  /** Runs what is in the editor, and waits for the first answer to it. */
  const run = async () => {
    const sent = graph.sentByHand.length;
    const answered = page.waitForResponse(() => graph.sentByHand.length > sent);
    await page.click('.graphiql-execute-button');
    await answered;
  };
  const shown = (text: string) => page.waitForSelector(`.result-window .CodeMirror-code:has-text('${text}')`);
  const fill = async (fields: Record<string, string>) => {
    for (const [name, value] of Object.entries(fields)) await page.fill(`#sign-in [name=${name}]`, value);
  };
  const signIn = async (password = 'correct horse') => {
    await page.click('#open-sign-in');
    await fill({ login: 'dana@shop.example', password });
    await page.click('#submit');
  };
  const storedToken = () =>
    page.evaluate("JSON.parse(sessionStorage.getItem('liftbay.session') ?? 'null')?.accessToken");
  const write = async (name: string, selection: string) => {
    await page.click('.graphiql-query-editor .CodeMirror');
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(`mutation ${name} ${selection}`);
    // GraphiQL looks for the operation's name a moment later, and sends the last one until then.
    await page.waitForSelector(`.graphiql-tab:has-text("${name}")`);
  };

  it('shows GraphiQL with a welcome, the schema, and nobody signed in', async () => {
    expect(await page.textContent('.graphiql-query-editor .CodeMirror-code')).toContain(
      'Welcome to the Liftbay API',
    );
    expect(await page.isVisible('text=Not signed in')).toBe(true);
    await page.click('.graphiql-sidebar button[aria-label="Show Documentation Explorer"]');
    await page.waitForSelector('.graphiql-doc-explorer :text("LoginInput")');
    await run();
    await shown('UNAUTHENTICATED');
    expect(graph.sentByHand).toEqual([
      expect.objectContaining({ operationName: 'FirstLook', authorization: undefined }),
    ]);
    // Nobody was signed in, so nothing has ended and nothing is renewed.
    expect([await page.isVisible('#ended'), graph.times('RefreshSession')]).toEqual([false, 0]);
  });

  it('keeps its policy through menus and dialogs, which add styles of their own', async () => {
    await page.click('.graphiql-sidebar button[aria-label="Open settings dialog"]');
    await page.waitForSelector('.graphiql-dialog');
    await page.keyboard.press('Escape');
    await page.click('.graphiql-query-editor .CodeMirror');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Control+Space');
    await page.waitForSelector('.CodeMirror-hints');
  });

  it('signs in, and sends the token with what follows', async () => {
    await signIn();
    await page.waitForSelector('#who :text("Dana Fox")');
    expect(graph.logins).toEqual([{ login: 'dana@shop.example', password: 'correct horse' }]);
    expect(await storedToken()).toBe('token-1');
    await run();
    await shown('Dana Fox');
    expect(graph.sentByHand.at(-1)?.authorization).toBe('Bearer token-1');

    await page.reload();
    await page.waitForSelector('#who :text("Dana Fox")');
    await run();
    await shown('Dana Fox');
    expect(graph.sentByHand.at(-1)?.authorization).toBe('Bearer token-1');
  });

  it('tells a wrong password, and takes the right one and an organisation after it', async () => {
    await signIn('wrong');
    await page.waitForSelector('#problem:text("These details do not match an account.")');
    expect(await storedToken()).toBeUndefined();
    await fill({ password: 'correct horse', organisation: ' north-star ' });
    await page.click('#submit');
    await page.waitForSelector('#who :text("Dana Fox")');
    expect(graph.logins.at(-1)).toEqual({
      login: 'dana@shop.example',
      password: 'correct horse',
      organisation: 'north-star',
    });
    await page.click('#sign-out');
    await page.click('#open-sign-in');
    // Somebody else may sit down now.
    expect([await page.inputValue('[name=password]'), await page.isVisible('#problem')]).toEqual(['', false]);
  });

  it('asks for the second factor when the account has one', async () => {
    graph.mfaCode = '123456';
    await signIn();
    await page.waitForSelector('[name=mfaCode]');
    expect(await page.isVisible('#problem')).toBe(false);
    await fill({ mfaCode: '000000' });
    await page.click('#submit');
    await page.waitForSelector('#problem:text("That code is not right.")');
    await fill({ mfaCode: '123456' });
    await page.click('#submit');
    await page.waitForSelector('#who :text("Dana Fox")');
    expect(graph.logins.map(({ mfaCode }) => mfaCode)).toEqual([undefined, '000000', '123456']);
  });

  it('renews a token that has ended, once, and repeats the request', async () => {
    await signIn();
    await page.waitForSelector('#who :text("Dana Fox")');
    graph.token = 'another';
    graph.refreshable = true;
    await run();
    await shown('Dana Fox');
    expect(graph.sentByHand.map(({ authorization }) => authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
    expect([graph.times('RefreshSession'), await storedToken()]).toEqual([1, 'token-2']);
    expect(
      graph.asked.find(({ operationName }) => operationName === 'RefreshSession')?.authorization,
    ).toBeUndefined();
    expect(await page.isVisible('#who :text("Dana Fox")')).toBe(true);
  });

  it('renews once for many requests at once, and not again for one that was slow', async () => {
    await signIn();
    await page.waitForSelector('#who :text("Dana Fox")');
    graph.token = 'another';
    graph.refreshable = true;
    const answers = await page.evaluate(`(async () => {
      const { Session } = await import('/page/session.js');
      const { createFetcher } = await import('/page/fetcher.js');
      const session = new Session('/graphql');
      const fetcher = createFetcher('/graphql', session);
      const many = Array.from({ length: 5 }, () => fetcher({ query: '{ me { displayName } }' }));
      const names = (await Promise.all(many)).map(({ data }) => data?.me?.displayName);
      return [...names, await session.refresh('token-1'), session.token];
    })()`);
    expect(answers).toEqual([...Array(5).fill('Dana Fox'), true, 'token-2']);
    expect(graph.times('RefreshSession')).toBe(1);
  });

  it('says that the sign-in has ended when it cannot be renewed', async () => {
    await signIn();
    await page.waitForSelector('#who :text("Dana Fox")');
    graph.token = null;
    await run();
    await page.waitForSelector('text=Your sign-in has ended. Sign in again to go on.');
    await shown('UNAUTHENTICATED');
    expect([graph.times('RefreshSession'), await storedToken()]).toEqual([1, undefined]);
    expect([await page.isVisible('#who'), await page.isVisible('#open-sign-in')]).toEqual([false, true]);
    await run();
    await shown('UNAUTHENTICATED');
    expect(graph.times('RefreshSession')).toBe(1);
    await signIn();
    await page.waitForSelector('#who :text("Dana Fox")');
    expect(await page.isVisible('#ended')).toBe(false);
  });

  it('repeats a mutation of which nothing was done, and none of which a part was', async () => {
    await signIn();
    await page.waitForSelector('#who :text("Dana Fox")');
    graph.refreshable = true;
    graph.token = 'another';
    await write('Add', '{ count }');
    await run();
    await shown('"count": 1');
    expect([graph.counted, graph.times('Add'), await storedToken()]).toEqual([1, 2, 'token-2']);

    graph.token = 'another';
    await write('Part', '{ maybeCount }');
    await run();
    await shown('UNAUTHENTICATED');
    expect([graph.counted, graph.times('Part'), await storedToken()]).toEqual([1, 1, 'token-3']);
  });

  it('leaves an Authorization of the headers editor alone', async () => {
    await signIn();
    await page.waitForSelector('#who :text("Dana Fox")');
    await page.click('button:text("Headers")');
    await page.click('.graphiql-editor-tool .graphiql-editor:not(.hidden) .CodeMirror');
    await page.keyboard.insertText('{"authorization": "Bearer mine"}');
    await run();
    await shown('UNAUTHENTICATED');
    expect(graph.sentByHand.at(-1)?.authorization).toBe('Bearer mine');
    expect([graph.times('RefreshSession'), await storedToken()]).toEqual([0, 'token-1']);
  });

  it('signs out, here and at the server', async () => {
    await signIn();
    await page.waitForSelector('#who :text("Dana Fox")');
    const told = page.waitForResponse(
      (response) => response.request().postData()?.includes('SignOut') ?? false,
    );
    await page.click('#sign-out');
    await told;
    expect([graph.token, await storedToken()]).toEqual([null, undefined]);
    expect([await page.isVisible('#anonymous'), await page.isVisible('#ended')]).toEqual([true, false]);
    await run();
    await shown('UNAUTHENTICATED');
    expect(graph.sentByHand.at(-1)?.authorization).toBeUndefined();
  });
});
