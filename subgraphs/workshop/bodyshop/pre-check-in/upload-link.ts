import { addSeconds } from '../../../../shared/clock';
import { createLink, revokeLinks } from '../../../../shared/links/links';
import type { Context } from '../../../../shared/subgraph/context';
import type { JobCard } from '../../jobs/job-card.entity';

/** `createUpload` takes images alone from such a link, and only some. */
const PURPOSE = 'PRE_CHECK_IN_PHOTOS';
const LINK_SECONDS = 24 * 60 * 60;
/** Their own uploads, and this card. */
const PERMISSIONS = { 'files:create': 'own', 'files:read': 'own', 'jobs:photograph': 'own' } as const;

export interface UploadLink {
  token: string;
  expiresAt: Date;
}

/**
 * Photos of somebody without an account. Of the token only a hash is kept, so a repeated call gets a new one, which
 * ends when the first would have.
 */
export function uploadLink(context: Context, card: JobCard): Promise<UploadLink> {
  return context.transaction(async (tx) => {
    await revokeLinks(tx, { recordId: card.id, purpose: PURPOSE });
    const expiresAt = addSeconds(card.createdAt, LINK_SECONDS);
    const { token } = await createLink(tx, {
      purpose: PURPOSE,
      recordType: 'JobCard',
      recordId: card.id,
      permissions: PERMISSIONS,
      customerId: null,
      expiresAt,
      singleUse: false,
    });
    return { token, expiresAt };
  });
}
