import { ANONYMOUS, type Identity, type Reach } from '../../../shared/access/identity';
import type { Context } from '../../../shared/subgraph/context';

interface Standing {
  roleId: string;
  grants: { permission: string; reach: Reach }[];
  serviceCentreIds: string[] | null;
}

/** In the name of a user, with what they may do at this moment; null when their account is not in use any more. */
export async function asTheyAreNow(context: Context, userId: string): Promise<Context | null> {
  const { userStanding } = await context.peers.ask<{ userStanding: Standing | null }>(
    'customer',
    'query ($userId: ID!) { userStanding(userId: $userId) { roleId grants { permission reach } serviceCentreIds } }',
    { userId },
  );
  if (!userStanding) return null;
  const { roleId, grants, serviceCentreIds } = userStanding;
  const identity: Identity = {
    ...ANONYMOUS,
    kind: 'USER',
    organisationId: context.identity.organisationId,
    actorId: userId,
    roleId,
    permissions: Object.fromEntries(grants.map(({ permission, reach }) => [permission, reach])),
    serviceCentreIds,
  };
  return context.as(identity);
}
