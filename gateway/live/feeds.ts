import type { Topics } from '../../shared/live/topics';
import type { Log } from '../../shared/log';
import type { EventLog } from './event-log';
import { Feed } from './feed';

/** Without a word, the log is looked at this often: words are lost while Redis is gone. */
const LOOK_EVERY_MS = 2_000;

interface Followed {
  feed: Feed;
  followers: number;
}

/** The feeds of those organisations that somebody follows here. */
export class Feeds {
  private readonly followed = new Map<string, Followed>();
  private readonly timer: NodeJS.Timeout;
  private unsubscribe: () => void = () => {};

  constructor(
    private readonly eventLog: EventLog,
    private readonly log: Log,
  ) {
    this.timer = setInterval(() => {
      for (const { feed } of this.followed.values()) feed.look();
    }, LOOK_EVERY_MS);
    this.timer.unref();
  }

  async listen(topics: Topics): Promise<void> {
    this.unsubscribe = await topics.onReached(({ organisationId, position }) =>
      this.followed.get(organisationId)?.feed.heard(position),
    );
  }

  /** The organisation's feed, which reads on from that position if nobody follows it yet; to be left again. */
  follow(organisationId: string, reached: number): { feed: Feed; leave(): void } {
    let followed = this.followed.get(organisationId);
    if (!followed) {
      const failed = (error: unknown) =>
        this.log.warn('the log of events cannot be read', { error: (error as Error).message });
      followed = { feed: new Feed(this.eventLog, organisationId, reached, failed), followers: 0 };
      this.followed.set(organisationId, followed);
    }
    const entry = followed;
    entry.followers += 1;
    let left = false;
    return {
      feed: entry.feed,
      leave: () => {
        if (left) return;
        left = true;
        entry.followers -= 1;
        if (entry.followers === 0) this.followed.delete(organisationId);
      },
    };
  }

  /** Who may do what in this organisation has changed: its subscribers look at themselves. */
  wake(organisationId: string): void {
    this.followed.get(organisationId)?.feed.wake();
  }

  close(): void {
    clearInterval(this.timer);
    this.unsubscribe();
  }
}
