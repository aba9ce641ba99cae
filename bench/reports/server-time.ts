import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const DURATION = /^\S+ \S+ \S+ \[\d+\] (\S+) LOG: {2}duration: ([\d.]+) ms/gm;

/**
 * How long the server worked for somebody, as its log says: planning, binding and executing of each statement, and
 * nothing of what became of the rows. With `log_duration`, a session's lines are written before it answers.
 */
export class ServerTime {
  private readonly file: number;
  private readFrom: number;

  constructor(serverLog: string) {
    this.file = openSync(serverLog, 'r');
    this.readFrom = fstatSync(this.file).size;
  }

  /** Milliseconds for sessions of this user since it was last asked for anybody's. */
  spentOn(user: string): number {
    const { size } = fstatSync(this.file);
    const text = Buffer.alloc(size - this.readFrom);
    readSync(this.file, text, 0, text.length, this.readFrom);
    this.readFrom = size;
    let sum = 0;
    for (const [, name, milliseconds] of text.toString('utf8').matchAll(DURATION))
      if (name === user) sum += Number(milliseconds);
    return sum;
  }

  close(): void {
    closeSync(this.file);
  }
}
