import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';

const CHROMIUM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((path) => existsSync(path));
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Without a browser CI fails, at its start; elsewhere the reason is printed. */
const canRun = CHROMIUM !== undefined || Boolean(process.env.CI);

/** Tests in a browser, where there is one. */
export function describeInBrowser(name: string, tests: (browser: () => Browser) => void): void {
  if (!canRun) console.warn(`Skipped: ${name}. There is no Chromium here (apt-get install chromium).`);
  (canRun ? describe : describe.skip)(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
    });
    afterAll(async () => browser?.close());
    tests(() => browser);
  });
}

/** One person's browser, and what it complained of or fetched from elsewhere. */
export class Visitor {
  readonly complaints: string[] = [];
  readonly hosts = new Set<string>();

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    context.on('request', (request) => this.hosts.add(new URL(request.url()).host || 'data'));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('websocket', (socket) => this.hosts.add(new URL(socket.url()).host));
  }

  static async open(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext(options);
    return new Visitor(context, await context.newPage());
  }

  /** Closes it; it must have had nothing to complain of, and have been nowhere else. */
  async leave(url: string): Promise<void> {
    const own = new URL(url).host;
    await this.context.close();
    expect([...this.hosts].filter((host) => host !== own && host !== 'data')).toEqual([]);
    expect(this.complaints).toEqual([]);
  }
}
