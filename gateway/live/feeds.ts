import type { Listening } from '../../shared/live/happening';
import type { Topics } from '../../shared/live/topics';
import type { Log } from '../../shared/log';
import type { EventLog } from './event-log';
import { Feed } from './feed';
import type { Reader } from './reader';

/** Without a word, the log is looked at this often: words are lost while Redis is gone. */
const LOOK_EVERY_MS = 2_000;

/** So often at least a subscriber's rights are looked at, whether anything happens or not. */
const LOOK_AT_RIGHTS_MS = 30_000;

/** The feeds of those organisations that somebody follows here. */
export class Feeds {
  private readonly followed = new Map<string, Feed>();
  private readonly timer: NodeJS.Timeout;
  private unsubscribe: () => void = () => {};

  constructor(
    private readonly eventLog: EventLog,
    private readonly log: Log,
  ) {
    this.timer = setInterval(() => {
      const lookedAtLast = performance.now() - LOOK_AT_RIGHTS_MS;
      for (const feed of this.followed.values()) {
        feed.look();
        feed.wakeIfLastBefore(lookedAtLast);
      }
    }, LOOK_EVERY_MS);
    this.timer.unref();
  }

  async listen(topics: Topics): Promise<void> {
    this.unsubscribe = await topics.onHappened(({ organisationId, position, happenings }) =>
      this.followed.get(organisationId)?.heard(position, happenings),
    );
  }

  /** Somebody who has come as far as that in the organisation's log, which reaches so far at the least. */
  follow(organisationId: string, reached: number, listening: Listening, position: number): Reader {
    let feed = this.followed.get(organisationId);
    if (!feed) {
      feed = new Feed(this.eventLog, organisationId, reached, {
        failed: (error) =>
          this.log.warn('the log of events cannot be read', { error: (error as Error).message }),
        deserted: () => this.followed.delete(organisationId),
      });
      this.followed.set(organisationId, feed);
    }
    return feed.follow(listening, position);
  }

  /** Who may do what in this organisation has changed: its subscribers look at themselves. */
  wake(organisationId: string): void {
    this.followed.get(organisationId)?.wake();
  }

  close(): void {
    clearInterval(this.timer);
    this.unsubscribe();
  }
}
