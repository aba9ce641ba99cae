/** One answer of an HTTP/1.1 server. */
export interface Answer {
  status: number;
  body: Buffer;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LINE_END = Buffer.from('\r\n');
const NOTHING = Buffer.alloc(0);

/**
 * Reads answers off one kept-alive connection, however the network cut them. It knows what servers of JSON send:
 * a Content-Length or chunks. Everything shares the machine with what is measured, so it does no more than that.
 */
export class HttpAnswers {
  private unread: Buffer = NOTHING;
  /** Bytes of which nothing can be made before; spares joining a body again with each piece of it. */
  private needed = 0;
  private pieces: Buffer[] = [];
  private held = 0;

  /** The answers that are complete with these bytes. */
  feed(bytes: Buffer): Answer[] {
    this.pieces.push(bytes);
    this.held += bytes.length;
    if (this.held < this.needed) return [];
    this.unread = this.pieces.length === 1 ? bytes : Buffer.concat(this.pieces);
    const answers: Answer[] = [];
    for (let answer = this.next(); answer; answer = this.next()) answers.push(answer);
    this.pieces = this.unread.length ? [this.unread] : [];
    this.held = this.unread.length;
    return answers;
  }

  private next(): Answer | null {
    const headEnd = this.unread.indexOf(HEAD_END);
    if (headEnd < 0) return this.wait(this.unread.length + 1);
    const head = this.unread.toString('latin1', 0, headEnd).toLowerCase();
    const status = Number(head.slice(9, 12));
    const start = headEnd + HEAD_END.length;
    const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
    if (length !== undefined) return this.sized(status, start, start + Number(length));
    if (/\r\ntransfer-encoding: *chunked/.test(head)) return this.chunked(status, start);
    throw new Error(`An answer with neither a length nor chunks: ${head}`);
  }

  private sized(status: number, start: number, end: number): Answer | null {
    if (this.unread.length < end) return this.wait(end);
    return this.take({ status, body: this.unread.subarray(start, end) }, end);
  }

  private chunked(status: number, start: number): Answer | null {
    const chunks: Buffer[] = [];
    for (let at = start; ; ) {
      const lineEnd = this.unread.indexOf(LINE_END, at);
      if (lineEnd < 0) return this.wait(this.unread.length + 1);
      const size = Number.parseInt(this.unread.toString('latin1', at, lineEnd), 16);
      if (Number.isNaN(size)) throw new Error('A chunk without its size.');
      const from = lineEnd + LINE_END.length;
      const end = from + size + LINE_END.length;
      if (this.unread.length < end) return this.wait(end);
      if (size === 0) return this.take({ status, body: Buffer.concat(chunks) }, end);
      chunks.push(this.unread.subarray(from, from + size));
      at = end;
    }
  }

  private wait(needed: number): null {
    this.needed = needed;
    return null;
  }

  private take(answer: Answer, end: number): Answer {
    this.unread = this.unread.subarray(end);
    this.needed = 0;
    return answer;
  }
}
