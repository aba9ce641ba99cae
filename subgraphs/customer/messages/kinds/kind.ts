import type { NotificationCategory, NotificationType } from '../../notifications/notification.enums';
import type { NotificationChannel } from '../channels';
import type { LawfulBasis } from '../lawful-basis';
import type { FactName } from './facts';

/**
 * Who is told: the customer, user or supplier whom the event names, or those of its centre who may do something; where it
 * names no centre, those who work in all of them.
 */
export type Audience =
  | { to: 'customer' }
  | { to: 'user'; named: 'technicianId' | 'assigneeId' | 'submittedById' }
  | { to: 'staff'; holding: string }
  | { to: 'supplier' };

/** One sort of message: why it is sent, to whom, by what means, and what its text is made of. */
export interface Kind {
  means: string;
  /** The event that causes it; null for what a command sends. */
  event: string | null;
  /** Whether this event of that name does. */
  causedBy?(payload: Readonly<Record<string, unknown>>): boolean;
  audience: Audience;
  category: NotificationCategory;
  basis: LawfulBasis;
  type: NotificationType;
  /** Until somebody chooses otherwise. */
  channels: readonly NotificationChannel[];
  /** What has to be asked for; each gives placeholders. */
  facts: readonly FactName[];
  /** Placeholders that a command fills. */
  given?: readonly string[];
  /** Its text has a link that lets whoever holds it act: shown to nobody but its reader. */
  confidential?: boolean;
}
