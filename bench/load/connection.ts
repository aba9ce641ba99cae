import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type Answer, HttpAnswers } from './http-answers';

export interface Place {
  host: string;
  port: number;
}

/** One kept-alive connection with one request on its way at a time, as a browser's tab behind a proxy has. */
export class Connection {
  private readonly answers = new HttpAnswers();
  private waiting: { resolve(answer: Answer): void; reject(error: Error): void } | null = null;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (bytes) => this.receive(bytes));
    socket.on('error', (error) => this.fail(error));
    socket.on('close', () => this.fail(new Error('The server closed the connection.')));
  }

  static async open({ host, port }: Place): Promise<Connection> {
    const socket = connect({ host, port, noDelay: true });
    await once(socket, 'connect');
    return new Connection(socket);
  }

  send(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private receive(bytes: Buffer): void {
    try {
      for (const answer of this.answers.feed(bytes)) {
        const waiting = this.waiting;
        this.waiting = null;
        if (!waiting) throw new Error('An answer that nobody asked for.');
        waiting.resolve(answer);
      }
    } catch (error) {
      this.fail(error as Error);
      this.socket.destroy();
    }
  }

  private fail(error: Error): void {
    const waiting = this.waiting;
    this.waiting = null;
    waiting?.reject(error);
  }
}
