import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Clock } from '../../shared/clock';
import type { Log } from '../../shared/log';
import { type Charge, type Ledger, type Outcome, WINDOW_MS } from './ledger';
import { MemoryLedger } from './memory-ledger';

const PREFIX = 'liftbay:budget:';
/** A Redis that takes longer is treated as gone: an operation waits no longer than this for its budget. */
const ANSWERS_WITHIN_MS = 250;
/** So long nobody waits for a Redis that did not answer. */
const REST_MS = 1_000;

/**
 * All or nothing, in one step. KEYS are accounts; ARGV is the window, then amount and what is allowed of each. Answers
 * 1 or 0, then of each account what is used and the milliseconds left of its window.
 */
const TAKE = `
local window = tonumber(ARGV[1])
local taken = 1
local used, left = {}, {}
for i, key in ipairs(KEYS) do
  used[i] = tonumber(redis.call('GET', key) or '0')
  left[i] = redis.call('PTTL', key)
  if left[i] < 0 then
    used[i] = 0
    left[i] = window
  end
  if used[i] + tonumber(ARGV[i * 2]) > tonumber(ARGV[i * 2 + 1]) then taken = 0 end
end
local answer = { taken }
for i, key in ipairs(KEYS) do
  if taken == 1 then
    used[i] = used[i] + tonumber(ARGV[i * 2])
    redis.call('SET', key, string.format('%.0f', used[i]), 'PX', left[i])
  end
  answer[i * 2] = used[i]
  answer[i * 2 + 1] = left[i]
end
return answer
`;
const TAKE_HASH = createHash('sha1').update(TAKE).digest('hex');

/**
 * What all gateways together have taken. Each keeps in memory what it was last told: an account that is used up is
 * refused without asking, and while Redis is gone each goes on by itself from there.
 */
export class RedisLedger implements Ledger {
  private readonly memory: MemoryLedger;
  private readonly redis: Redis;
  private restsUntil = 0;

  constructor(
    url: string,
    private readonly clock: Clock,
    log: Log,
  ) {
    this.memory = new MemoryLedger(clock);
    this.redis = new Redis(url, {
      maxRetriesPerRequest: 0,
      enableOfflineQueue: false,
      enableReadyCheck: false,
      enableAutoPipelining: true,
      commandTimeout: ANSWERS_WITHIN_MS,
    });
    this.redis.on('error', (error: Error) => log.warn('redis connection', { error: error.message }));
  }

  async take(charges: readonly Charge[]): Promise<Outcome> {
    // What was used in a window only grows, so a refusal by what was known before is one now.
    const refusal = this.foresee(charges);
    if (refusal) return refusal;
    if (this.redis.status !== 'ready' || this.now() < this.restsUntil) return this.memory.take(charges);
    try {
      return this.learn(charges, await this.ask(charges));
    } catch {
      this.restsUntil = this.now() + REST_MS;
      return this.memory.take(charges);
    }
  }

  foresee(charges: readonly Charge[]): Outcome | null {
    return this.memory.foresee(charges);
  }

  close(): void {
    this.redis.disconnect();
    this.memory.close();
  }

  private async ask(charges: readonly Charge[]): Promise<number[]> {
    const keys = charges.map(({ account }) => `${PREFIX}${account}`);
    const values = charges.flatMap(({ amount, allowed }) => [amount, allowed]);
    const command = [keys.length, ...keys, WINDOW_MS, ...values] as const;
    try {
      return (await this.redis.evalsha(TAKE_HASH, ...command)) as number[];
    } catch (error) {
      if (!String(error).includes('NOSCRIPT')) throw error;
      return (await this.redis.eval(TAKE, ...command)) as number[];
    }
  }

  private learn(charges: readonly Charge[], [taken, ...figures]: number[]): Outcome {
    const now = this.now();
    const balances = charges.map(({ account }, index) =>
      this.memory.keep(account, { used: figures[index * 2]!, resetsAt: now + figures[index * 2 + 1]! }),
    );
    return { taken: taken === 1, balances };
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
