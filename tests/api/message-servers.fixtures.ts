import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What arrived, handed to the test that waits for it. */
export class Inbox<M extends { to: string; text: string }> {
  readonly all: M[] = [];
  private waiting: { to: string; resolve(message: M): void }[] = [];

  receive(message: M): void {
    this.all.push(message);
    for (const { resolve } of this.waiting.filter(({ to }) => to === message.to)) resolve(message);
    this.waiting = this.waiting.filter(({ to }) => to !== message.to);
  }

  /** The next message to this address; call it before what sends it. */
  next(to: string): Promise<M> {
    return new Promise((resolve) => this.waiting.push({ to, resolve }));
  }

  to(address: string): M[] {
    return this.all.filter((message) => message.to === address);
  }
}

export interface Mail {
  to: string;
  from: string;
  subject: string;
  messageId: string;
  text: string;
}

export interface Sms {
  to: string;
  from: string;
  text: string;
  path: string;
  authorization: string;
  /** Where Twilio is asked to report to; null where it is not. */
  reportTo: string | null;
  sid: string;
}

/** A real SMTP server on loopback. `refuse` is the reply to the next RCPT commands, such as 550. */
export class MailServer {
  readonly inbox = new Inbox<Mail>();
  refuse: number | null = null;
  refused = 0;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, done) => {
      if (!this.refuse) return done();
      this.refused += 1;
      done(Object.assign(new Error('Refused'), { responseCode: this.refuse }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
        this.inbox.receive({ to, ...parseMail(Buffer.concat(chunks).toString()) });
        done();
      });
    },
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

function parseMail(raw: string): Omit<Mail, 'to'> {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const headers = head.replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? '';
  return {
    from: header('From'),
    subject: decodeWords(header('Subject')),
    messageId: header('Message-ID'),
    text: decodeBody(body.join('\r\n\r\n'), header('Content-Transfer-Encoding')),
  };
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  return encoding === 'quoted-printable' ? decodeQuoted(body.replace(/=\r\n/g, '')) : body;
}

const decodeQuoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();

const decodeWords = (text: string): string =>
  text.replace(/=\?UTF-8\?([BQ])\?(.*?)\?=\s*/gi, (_, kind: string, word: string) =>
    kind.toUpperCase() === 'B'
      ? Buffer.from(word, 'base64').toString()
      : decodeQuoted(word.replaceAll('_', ' ')),
  );

/** Answers Twilio's library as its API does. `answer` may refuse. */
export class SmsServer {
  readonly inbox = new Inbox<Sms>();
  answer: { status: number; body: object } | null = null;
  asked = 0;
  private held: Promise<void> = Promise.resolve();
  private readonly server: Server = createServer((request, response) => {
    void bodyOf(request).then(async (form) => {
      this.asked += 1;
      await this.held;
      const sid = `SM${String(this.asked).padStart(32, '0')}`;
      const { status, body } = this.answer ?? { status: 201, body: { sid, status: 'queued' } };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      if (status >= 300) return;
      this.inbox.receive({
        to: form.get('To') ?? '',
        from: form.get('From') ?? '',
        text: form.get('Body') ?? '',
        path: request.url ?? '',
        authorization: request.headers.authorization ?? '',
        reportTo: form.get('StatusCallback'),
        sid,
      });
    });
  });

  /** What is asked from now on is on its way, and arrives when the answer is called. */
  hold(): () => void {
    let release = () => {};
    this.held = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

/** The token behind the # of the link in a message. */
export const tokenIn = ({ text }: { text: string }): string => /#([\w.-]+)/.exec(text)![1]!;

export interface MessageServers {
  mail: MailServer;
  sms: SmsServer;
  /** How the program finds them; complete once the tests run. */
  environment: Record<string, string>;
}

/** Both servers for the tests of a file. Call it before `useGraph`, and give that the environment. */
export function messageServers(): MessageServers {
  const [mail, sms] = [new MailServer(), new SmsServer()];
  const environment: Record<string, string> = {
    MAIL_FROM: 'Bay & Co <desk@bay.example>',
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'a token of Twilio',
    TWILIO_FROM: '+15005550006',
  };
  beforeAll(async () => {
    environment.SMTP_URL = await mail.start();
    environment.TWILIO_URL = await sms.start();
  });
  afterAll(() => Promise.all([mail.stop(), sms.stop()]));
  return { mail, sms, environment };
}
