/**
 * An event of the log, as a subscription is told of it. It goes to the subgraph beside the operation, over HTTP as
 * well, and so is JSON.
 */
export interface Happening {
  /** Where it stands in its organisation's log: complete, without gaps, in the order of the commits. */
  position: number;
  name: string;
  subjectType: string;
  subjectId: string;
  payload: Record<string, unknown>;
  occurredAt: string;
}

/** What a subscription wants to hear of the log. Whether an event of these is for the subscriber, its field says. */
export interface Listening {
  /** The events' names. */
  names: readonly string[];
  /** Only what is about this record. */
  subjectId?: string | undefined;
  /** Only what is this user's, as `userId` in the event's payload says. */
  userId?: string | undefined;
  /** For callers without an organisation: whose log it is. */
  organisationId?: string | undefined;
  /** Behind which position it begins; without one, now. */
  from?: number | undefined;
  /** At most one answer in so many milliseconds, the latest: for what is worked out anew each time. */
  everyMs?: number | undefined;
}

/** What the gateway says beside the operation of a subscription: an event, or null to ask what it listens to. */
export interface LiveExtensions {
  happening: Happening | null;
}

/** What the subgraph says beside the answer: what is listened to, or that the event is not for this subscriber. */
export interface LiveAnswer {
  listening?: Listening;
  passedOver?: true;
}

export const hears = ({ names, subjectId, userId }: Listening, happening: Happening): boolean =>
  names.includes(happening.name) &&
  (subjectId === undefined || subjectId === happening.subjectId) &&
  (userId === undefined || userId === happening.payload.userId);
