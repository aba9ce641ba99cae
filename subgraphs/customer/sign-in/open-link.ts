import { addSeconds } from '../../../shared/clock';
import type { Context } from '../../../shared/subgraph/context';
import { holdLink } from './held-link';
import { secondsUntil } from './session-tokens';
import type { LinkSession } from './sign-in.types';

const LONGEST_SECONDS = 30 * 60;

/** Lets the holder of a link in, for a while. It may be opened again; only what it is for uses it up. */
export async function openLink(context: Context, token: string): Promise<LinkSession> {
  const { link, context: held } = await holdLink(context, token);
  const { accessTokens, clock } = context.kernel;
  const now = clock.now();
  const seconds = secondsUntil(link.expires_at, now, LONGEST_SECONDS);
  const claims = { sub: link.id, org: held.identity.organisationId!, sid: link.id, kind: 'LINK' };
  await held.transaction(async (tx) =>
    tx.audit('open link', link.record_type, link.record_id, { link: link.id, purpose: link.purpose }),
  );
  return {
    accessToken: accessTokens.issue(claims, seconds, now),
    expiresAt: addSeconds(now, seconds),
    purpose: link.purpose,
    recordType: link.record_type,
    recordId: link.record_id,
  };
}
