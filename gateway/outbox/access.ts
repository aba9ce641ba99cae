import type { IncomingMessage } from 'node:http';
import { clientAddress } from '../http/client-address';
import type { Principals } from '../principals';

export interface OutboxAccess {
  /** Null: of all organisations. */
  organisationId: string | null;
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const LOCAL_NAME = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Who may look: somebody at this machine sees everything; from elsewhere an administrator sees what their own
 * organisation wrote. The name that was called counts as well: a page of somebody else's can have its own name lead to
 * this machine, and would otherwise read along in the developer's browser.
 */
export async function accessFor(
  request: IncomingMessage,
  principals: Principals | null,
  trustedProxies: number,
): Promise<OutboxAccess | null> {
  const address = clientAddress(request, trustedProxies);
  const addresses = [address, request.socket.remoteAddress ?? ''];
  if (addresses.every((each) => LOOPBACK.test(each)) && LOCAL_NAME.test(request.headers.host ?? ''))
    return { organisationId: null };
  const token = /^Bearer ([\w.-]+)$/.exec(request.headers.authorization ?? '')?.[1];
  const identity = token && principals ? await principals.identify(token, address) : null;
  if (identity?.kind !== 'USER' || identity.permissions['*'] !== 'all') return null;
  return { organisationId: identity.organisationId };
}
