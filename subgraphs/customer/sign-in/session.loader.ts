import { reachOf } from '../../../shared/access/identity';
import { everyone, readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { Session } from '../identity/session.entity';

/** One's own; whoever changes users sees theirs too, to end them. */
export const sessions = readable({
  entity: Session,
  permission: null,
  called: 'Session',
  visible: ({ identity }) =>
    reachOf(identity, 'users:update') === 'all' ? sql`true` : sql`t.user_id = ${identity.actorId}`,
});

/** The session that a refresh token belongs to: whoever has the token needs nothing else. */
export const sessionsByToken = readable({
  entity: Session,
  permission: null,
  called: 'Session',
  visible: everyone,
});
