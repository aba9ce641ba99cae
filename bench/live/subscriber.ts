import WebSocket from 'ws';

const UPDATED = `subscription ($after: String, $filter: JobCardUpdateFilter!) {
  jobCardUpdated(after: $after, filter: $filter) { cursor occurredAt type jobCard { id status } } }`;

export interface Update {
  cursor: string;
}

interface Options {
  url: string;
  token: string;
  /** What it wants to hear of; nothing for all that it may. */
  filter: Record<string, unknown>;
  heard(update: Update): void;
}

let addresses = 0;
/** Sockets are limited by address, and all of these come from one machine. */
const nextAddress = (): string => {
  addresses += 1;
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
};

/** One socket with one subscription, by graphql-ws's protocol and without its client, which costs more than what it measures. */
export class Subscriber {
  private socket: WebSocket | null = null;
  private after: string | null;

  constructor(
    private readonly options: Options,
    after: string,
  ) {
    this.after = after;
  }

  /** Resolves when the server has taken it in; behind its cursor it misses nothing from then on. */
  open(): Promise<void> {
    const { url, token, filter } = this.options;
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { 'x-forwarded-for': nextAddress() },
      perMessageDeflate: false,
    });
    this.socket = socket;
    const send = (message: object) => socket.send(JSON.stringify(message));
    return new Promise((resolve, reject) => {
      socket.on('open', () =>
        send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }),
      );
      socket.on('message', (data) => {
        const message = JSON.parse(String(data));
        if (message.type === 'connection_ack') {
          const variables = { after: this.after, filter };
          send({ id: '1', type: 'subscribe', payload: { query: UPDATED, variables } });
          resolve();
        } else if (message.type === 'next') this.take(message.payload.data.jobCardUpdated);
        else if (message.type === 'error') reject(new Error(JSON.stringify(message.payload)));
      });
      socket.on('close', (code, reason) => reject(new Error(`closed with ${code} ${reason}`)));
      socket.on('error', reject);
    });
  }

  /** In the middle of whatever is on its way. */
  drop(): void {
    this.socket?.removeAllListeners();
    this.socket?.on('error', () => undefined);
    this.socket?.terminate();
    this.socket = null;
  }

  private take(update: Update): void {
    this.after = update.cursor;
    this.options.heard(update);
  }
}
