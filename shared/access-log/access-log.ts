import type { Identity, RequestFacts } from '../access/identity';
import { systemIdentity } from '../access/identity';
import type { Clock } from '../clock';
import type { Database } from '../database/database';
import { sql } from '../database/sql';
import { inTransaction } from '../database/unit-of-work';
import { newId } from '../ids';
import type { Log } from '../log';

const HOUR = 3_600_000;
/** Records that are remembered as written down; with more, somebody may be written down twice in an hour. */
const MOST_SEEN = 200_000;
/** Waiting for a database that does not answer; more than that is lost, and the program's log says so. */
const MOST_WAITING = 50_000;
const WRITE_AFTER_MS = 1_000;

/** What was shown of one record, as `platform.note_access` takes it. */
interface Access {
  id: string;
  occurred_at: Date;
  actor_kind: string;
  actor_id: string | null;
  entity_type: string;
  entity_id: string;
  fields: readonly string[];
  address: string | null;
  user_agent: string | null;
  request_id: string;
}

/** Who was shown what of a customer, of which records. */
export interface Shown {
  identity: Identity;
  facts: RequestFacts;
  type: string;
  fields: readonly string[];
  ids: readonly string[];
}

/**
 * Writes down who was shown personal data. The same person looking at the same record in the same hour is one
 * entry, and entries are written together a moment later: a board that is fetched all day costs a look-up.
 */
export class AccessLog {
  private hour = 0;
  private seenMany = 0;
  /** By who looked at what, from where: the records. */
  private readonly seen = new Map<string, Set<string>>();
  private readonly waiting = new Map<string, Access[]>();
  private waitingMany = 0;
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  note({ identity, facts, type, fields, ids }: Shown): void {
    const { organisationId, actorId } = identity;
    if (!organisationId) return;
    const now = this.clock.now();
    this.forgetOfAnotherHour(now);
    const records = this.seenBy(
      [organisationId, identity.kind, actorId, facts.address, type, ...fields].join(),
    );
    for (const id of ids) {
      if (records.has(id)) continue;
      records.add(id);
      this.seenMany += 1;
      this.wait(organisationId, {
        id: newId(),
        occurred_at: now,
        actor_kind: identity.kind,
        actor_id: actorId,
        entity_type: type,
        entity_id: id,
        fields,
        address: facts.address,
        user_agent: facts.userAgent,
        request_id: facts.requestId,
      });
    }
  }

  /** Resolves when everything that was noted until now is written. */
  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.writing = this.writing.then(() => this.write());
    await this.writing;
  }

  private forgetOfAnotherHour(now: Date): void {
    const hour = Math.floor(now.getTime() / HOUR);
    if (hour === this.hour && this.seenMany < MOST_SEEN) return;
    this.hour = hour;
    this.seenMany = 0;
    this.seen.clear();
  }

  private seenBy(key: string): Set<string> {
    let records = this.seen.get(key);
    if (!records) {
      records = new Set();
      this.seen.set(key, records);
    }
    return records;
  }

  private wait(organisationId: string, access: Access): void {
    if (this.waitingMany >= MOST_WAITING) {
      this.log.error('a read of personal data was not written down', undefined, { type: access.entity_type });
      return;
    }
    this.waitingMany += 1;
    const accesses = this.waiting.get(organisationId);
    if (accesses) accesses.push(access);
    else this.waiting.set(organisationId, [access]);
    this.timer ??= setTimeout(() => void this.flush(), WRITE_AFTER_MS).unref();
  }

  private async write(): Promise<void> {
    const taken = [...this.waiting];
    this.waiting.clear();
    this.waitingMany = 0;
    for (const [organisationId, accesses] of taken) {
      try {
        await this.writeFor(organisationId, accesses);
      } catch (error) {
        this.log.error('reads of personal data could not be written down yet', error);
        for (const access of accesses) this.wait(organisationId, access);
      }
    }
  }

  private writeFor(organisationId: string, accesses: readonly Access[]): Promise<unknown> {
    return inTransaction(
      {
        database: this.database,
        identity: systemIdentity(organisationId),
        facts: { requestId: accesses[0]!.request_id, address: null, userAgent: null, refreshToken: null },
        clock: this.clock,
        constraints: {},
        happened: () => undefined,
      },
      (tx) => tx.query(sql`select platform.note_access(${JSON.stringify(accesses)}::jsonb)`),
    );
  }
}
