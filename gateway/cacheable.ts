import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Identity } from '../shared/access/identity';
import type { GraphAnswer } from './graph-answer';

/**
 * What a third party gets by GET may be kept, by itself and nobody else, and asked about again: it costs the answer
 * once more, but not the way. The tag is the client's own, so that two who read the same cannot tell from it.
 */
export function cacheable(
  request: IncomingMessage,
  answer: GraphAnswer,
  { kind, actorId }: Identity,
): GraphAnswer {
  if (request.method !== 'GET' || kind !== 'CLIENT' || answer.data === null) return answer;
  const tag = `W/"${createHash('sha256').update(`${actorId}\n${answer.data}`).digest('base64url')}"`;
  const headers = {
    ...answer.headers,
    'Cache-Control': 'private, no-cache',
    ETag: tag,
    Vary: 'Authorization, Accept',
  };
  if (!names(request.headers['if-none-match'], tag)) return { ...answer, headers };
  return { ...answer, status: 304, body: '', headers };
}

/** Whether one of the tags is this one; a proxy may have made a strong one of it. */
function names(header: string | undefined, tag: string): boolean {
  if (header?.trim() === '*') return true;
  const bare = (each: string) => each.trim().replace(/^W\//, '');
  return (header ?? '').split(',').some((each) => bare(each) === bare(tag));
}
