import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { ExecutionResult } from 'graphql';
import type { Identity, RequestFacts } from '../access/identity';
import { ApiError } from '../errors';
import type { SignedCaller } from './caller';
import type { SubgraphLink, SubgraphRequest } from './peers';

export interface HttpLinkOptions {
  name: string;
  url: string;
  timeoutMs: number;
  /** Signs who is asking for this subgraph; null sends no identity (a graph that is not ours). */
  sign: ((caller: SignedCaller) => string) | null;
}

/** Errors after which the subgraph cannot have seen the request, or a read may be asked again anyway. */
const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT']);
const MOST_SOCKETS = 100;
const MUTATION = /^\s*mutation\b/;

interface Answer {
  status: number;
  body: string;
}

/** A subgraph over HTTP: kept-alive connections, a time-out, and one retry of what only reads. */
export class HttpLink implements SubgraphLink {
  private readonly url: URL;
  private readonly agent: HttpAgent;
  private readonly send: typeof httpRequest;

  constructor(private readonly options: HttpLinkOptions) {
    this.url = new URL(options.url);
    const secure = this.url.protocol === 'https:';
    this.agent = new (secure ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: MOST_SOCKETS });
    this.send = secure ? httpsRequest : httpRequest;
  }

  async execute(request: SubgraphRequest, identity: Identity, facts: RequestFacts): Promise<ExecutionResult> {
    const body = JSON.stringify(request);
    const mayRepeat = !MUTATION.test(request.query);
    try {
      return await this.attempt(body, identity, facts);
    } catch (error) {
      if (!mayRepeat || !(error instanceof Unreachable)) throw this.asApiError(error);
    }
    try {
      return await this.attempt(body, identity, facts);
    } catch (error) {
      throw this.asApiError(error);
    }
  }

  /** Whether the subgraph, and its database, answer its health check. */
  async ready(): Promise<boolean> {
    const response = await fetch(new URL('/healthz', this.url), {
      signal: AbortSignal.timeout(this.options.timeoutMs),
    });
    return response.ok;
  }

  close(): void {
    this.agent.destroy();
  }

  private async attempt(body: string, identity: Identity, facts: RequestFacts): Promise<ExecutionResult> {
    const answer = await this.post(body, identity, facts);
    if (answer.status === 502 || answer.status === 503) throw new Unreachable(`status ${answer.status}`);
    try {
      const result: unknown = JSON.parse(answer.body);
      if (typeof result === 'object' && result && ('data' in result || 'errors' in result))
        return result as ExecutionResult;
    } catch {
      // Not JSON: the same as no answer.
    }
    throw new Unreachable(`status ${answer.status} without a GraphQL result`);
  }

  private post(body: string, identity: Identity, facts: RequestFacts): Promise<Answer> {
    const { sign, timeoutMs } = this.options;
    const headers: Record<string, string | number> = {
      'content-type': 'application/json',
      accept: 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-request-id': facts.requestId,
    };
    if (sign) headers.authorization = `Bearer ${sign({ identity, facts })}`;
    return new Promise((resolve, reject) => {
      const outgoing = this.send(
        this.url,
        { method: 'POST', agent: this.agent, headers, signal: AbortSignal.timeout(timeoutMs) },
        (incoming) => read(incoming).then(resolve, reject),
      );
      outgoing.on('error', (error: NodeJS.ErrnoException) =>
        reject(UNREACHABLE.has(error.code ?? '') ? new Unreachable(error.message) : error),
      );
      outgoing.end(body);
    });
  }

  private asApiError(error: unknown): ApiError {
    const { name } = this.options;
    if (isTimeout(error))
      return new ApiError('TIMEOUT', `${name} took longer than ${this.options.timeoutMs} ms.`, {
        subgraph: name,
      });
    return new ApiError('SUBGRAPH_UNAVAILABLE', `${name} cannot be reached at the moment.`, {
      subgraph: name,
    });
  }
}

class Unreachable extends Error {}

const isTimeout = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');

async function read(incoming: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return { status: incoming.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') };
}
