import { randomUUID } from 'node:crypto';
import { type BudgetSizes, Budgets } from '../../../gateway/budgets/budgets';
import { type Charge, type Ledger, WINDOW_MS } from '../../../gateway/budgets/ledger';
import { MemoryLedger } from '../../../gateway/budgets/memory-ledger';
import { networkOf } from '../../../gateway/budgets/network';
import { RedisLedger } from '../../../gateway/budgets/redis-ledger';
import type { GatewayContext } from '../../../gateway/context';
import { DEFAULT_LIMITS } from '../../../gateway/limits';
import { ANONYMOUS, type Identity } from '../../../shared/access/identity';
import { EnvironmentError, readEnvironment } from '../../../shared/environment';
import { Log } from '../../../shared/log';
import { startTestRedis } from '../../harness/redis';
import { until } from '../../harness/until';

let now = Date.parse('2026-03-02T10:00:00Z');
const clock = { now: () => new Date(now) };
const charge = (account: string, amount: number, allowed = 100): Charge => ({ account, amount, allowed });
const used = async (ledger: Ledger, ...charges: Charge[]) => {
  const { taken, balances } = await ledger.take(charges);
  return [taken, ...balances.map((balance) => balance.used)];
};

describe.each(['memory', 'Redis'])('a ledger in %s', (kind) => {
  let redis: Awaited<ReturnType<typeof startTestRedis>> | undefined;
  let ledgers: [Ledger, Ledger];

  beforeAll(async () => {
    if (kind === 'memory') {
      const one = new MemoryLedger(clock);
      ledgers = [one, one];
      return;
    }
    redis = await startTestRedis();
    const open = () => new RedisLedger(redis!.url, clock, new Log('silent'));
    ledgers = [open(), open()];
    await connected(ledgers);
  });
  afterAll(async () => {
    for (const ledger of ledgers) ledger.close();
    await redis?.stop();
  });

  it('counts up to what is allowed, whichever process asks, and refuses what would be more', async () => {
    const account = randomUUID();
    const [one, other] = ledgers;
    expect(await used(one, charge(account, 60))).toEqual([true, 60]);
    expect(await used(other, charge(account, 41))).toEqual([false, 60]);
    expect(await used(other, charge(account, 40))).toEqual([true, 100]);
    expect(await used(one, charge(account, 1))).toEqual([false, 100]);
  });

  it('takes from all accounts or from none', async () => {
    const [caller, address] = [randomUUID(), randomUUID()];
    const [ledger] = ledgers;
    expect(await used(ledger, charge(caller, 90), charge(address, 10))).toEqual([true, 90, 10]);
    expect(await used(ledger, charge(address, 5), charge(caller, 20))).toEqual([false, 10, 90]);
    expect(await used(ledger, charge(address, 5))).toEqual([true, 15]);
  });

  it('lets no more through than is allowed when many ask at once', async () => {
    const account = randomUUID();
    const asked = Array.from({ length: 60 }, (_, index) => used(ledgers[index % 2]!, charge(account, 3)));
    const answers = await Promise.all(asked);
    expect(answers.filter(([taken]) => taken)).toHaveLength(33);
  });

  it('knows what is used up without asking', async () => {
    const account = randomUUID();
    const [ledger] = ledgers;
    expect(ledger.foresee([charge(account, 1)])).toBeNull();
    await ledger.take([charge(account, 100)]);
    expect(ledger.foresee([charge(account, 1)])).toMatchObject({ taken: false, balances: [{ used: 100 }] });
  });
});

test('a window is a minute from the first charge, then all is there again', async () => {
  const ledger = new MemoryLedger(clock);
  const began = now;
  expect(await used(ledger, charge('a', 100))).toEqual([true, 100]);
  now = began + WINDOW_MS - 1;
  expect(await used(ledger, charge('a', 1))).toEqual([false, 100]);
  now = began + WINDOW_MS;
  expect(await used(ledger, charge('a', 1))).toEqual([true, 1]);
});

test('a flood of accounts forgets those that began first', () => {
  const ledger = new MemoryLedger(clock);
  for (let index = 0; index <= 50_000; index += 1) ledger.take([charge(`n${index}`, 100)]);
  expect(ledger.foresee([charge('n0', 1)])).toBeNull();
  expect(ledger.foresee([charge('n1', 1)])).not.toBeNull();
});

test('without Redis a process goes on from what it knew, and nobody waits', async () => {
  const gone = new RedisLedger('redis://127.0.0.1:1', clock, new Log('silent'));
  const account = randomUUID();
  expect(await used(gone, charge(account, 70))).toEqual([true, 70]);
  expect(await used(gone, charge(account, 31))).toEqual([false, 70]);
  gone.close();
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::7', '2001:db8:0:0::/64'],
  ['2001:db8:0:0:ffff::', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s has the budget of %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test.each(['BUDGET_CALLER_COST', 'BUDGET_ADDRESS_COST'])('%s is enough for the largest operation', (name) => {
  const { cost } = DEFAULT_LIMITS;
  expect(() => readEnvironment({ [name]: String(cost - 1) })).toThrow(EnvironmentError);
  expect(Object.values(readEnvironment({ [name]: String(cost) }).budgets)).toContain(cost);
});

describe('budgets', () => {
  const refusals: string[] = [];
  const sizes: BudgetSizes = { publicRequests: 3, callerCost: 1_000, addressCost: 2_500 };
  const open = () =>
    new Budgets({
      ledger: new MemoryLedger(clock),
      sizes,
      clock,
      metrics: { overBudget: (budget) => refusals.push(budget) },
    });
  const from = (address: string, identity: Partial<Identity> = {}): GatewayContext => ({
    identity: { ...ANONYMOUS, ...identity },
    facts: { address, requestId: 'test', userAgent: null, refreshToken: null },
    tellsCost: false,
    reply: {},
  });
  const session = (sessionId: string): Partial<Identity> => ({ kind: 'USER', actorId: 'ada', sessionId });
  const refused = (budget: string, more: object) =>
    expect.objectContaining({
      extensions: expect.objectContaining({ code: 'RATE_LIMITED', budget, ...more }),
    });

  it('count requests without a token by address, before anything is read', async () => {
    const budgets = open();
    for (let time = 0; time < 3; time += 1) await budgets.admit(from('192.0.2.1'));
    await expect(budgets.admit(from('192.0.2.1'))).rejects.toEqual(refused('public', { retryAfter: 60 }));
    await budgets.admit(from('192.0.2.2'));
    for (let time = 0; time < 9; time += 1) await budgets.admit(from('192.0.2.1', session('one')));
    expect(refusals.splice(0)).toEqual(['public']);
  });

  it('count cost by session, and what is refused costs nothing', async () => {
    const budgets = open();
    const one = from('192.0.2.1', session('one'));
    await budgets.charge(one, 900);
    expect(one.reply.budgets).toContainEqual({ budget: 'caller', allowed: 1_000, left: 100, resetsIn: 60 });
    now += 20_000;
    await expect(budgets.charge(one, 101)).rejects.toEqual(
      refused('caller', { retryAfter: 40, asked: 101, left: 100, allowed: 1_000 }),
    );
    await budgets.admit(one);
    await budgets.charge(one, 100);
    await expect(budgets.admit(one)).rejects.toEqual(refused('caller', { retryAfter: 40 }));
    await budgets.charge(from('192.0.2.1', session('two')), 900);
    expect(refusals.splice(0)).toEqual(['caller', 'caller']);
  });

  it('hold an address to its own, however many sessions it has', async () => {
    const budgets = open();
    for (const name of ['one', 'two']) await budgets.charge(from('2001:db8::1', session(name)), 1_000);
    const third = budgets.charge(from('2001:db8::2', session('three')), 501);
    await expect(third).rejects.toEqual(refused('address', { left: 500 }));
    await budgets.charge(from('2001:db8:0:1::1', session('three')), 501);
  });

  it('hold a client to one, whichever of its tokens it uses, and wherever it calls from', async () => {
    const budgets = open();
    const client = (sessionId: string | null): Partial<Identity> => ({
      kind: 'CLIENT',
      actorId: 'supplier',
      sessionId,
    });
    await budgets.charge(from('192.0.2.1', client('one')), 600);
    const other = budgets.charge(from('192.0.2.2', client('two')), 600);
    await expect(other).rejects.toEqual(refused('caller', { left: 400 }));
  });

  it('charge one for what costs nothing, and for a document that is not taken', async () => {
    const budgets = open();
    const one = from('192.0.2.1', session('one'));
    await budgets.charge(one, 0);
    expect(one.reply.cost).toBe(1);
    budgets.chargeUnread(one);
    await budgets.charge(one, 100);
    expect(one.reply.budgets).toContainEqual(expect.objectContaining({ budget: 'caller', left: 889 }));
  });
});

/** Until both count in Redis: each sees what the other has taken. */
function connected([one, other]: [Ledger, Ledger]): Promise<void> {
  return until('both ledgers count in Redis', async () => {
    const account = randomUUID();
    await one.take([charge(account, 1)]);
    await other.take([charge(account, 1)]);
    const [, total] = await used(one, charge(account, 1));
    return total === 3;
  });
}
