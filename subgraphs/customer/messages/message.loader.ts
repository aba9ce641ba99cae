import { readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { Message } from './message.entity';

/** Only the program itself reads messages, to send them: they hold links that sign people in. */
export const messages = readable({
  entity: Message,
  permission: null,
  called: 'Message',
  visible: ({ identity }) => (identity.kind === 'SYSTEM' ? sql`true` : sql`false`),
});
