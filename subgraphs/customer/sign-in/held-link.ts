import { ANONYMOUS } from '../../../shared/access/identity';
import { type FoundLink, findLink, linkInvalid, tenantOf } from '../../../shared/links/links';
import type { Context } from '../../../shared/subgraph/context';
import { ATTEMPTS, throttleAddress } from './attempts';
import { nobodyIn } from './entrance';

/** What links are for. */
export const PURPOSES = {
  passwordReset: 'PASSWORD_RESET',
  userInvitation: 'USER_INVITATION',
  customerInvitation: 'CUSTOMER_INVITATION',
  emailVerification: 'EMAIL_VERIFICATION',
  phoneVerification: 'PHONE_VERIFICATION',
  feedback: 'FEEDBACK',
  quotation: 'QUOTATION',
  inspection: 'INSPECTION',
  approval: 'APPROVAL',
} as const;

/** A link that somebody came with, and the same request on its behalf: it gives no permission by itself. */
export interface HeldLink {
  link: FoundLink;
  context: Context;
}

/** Looks at a link without using it up. One answer for unknown, used, expired and revoked. */
export async function holdLink(context: Context, token: string): Promise<HeldLink> {
  await throttleAddress(context, ATTEMPTS.linkFromAddress);
  const organisationId = tenantOf(token);
  if (!organisationId) throw linkInvalid();
  const inside = nobodyIn(context, organisationId);
  const link = await inside.transaction((tx) => findLink(tx, token));
  return { link, context: inside.as({ ...ANONYMOUS, kind: 'LINK', organisationId, actorId: link.id }) };
}
