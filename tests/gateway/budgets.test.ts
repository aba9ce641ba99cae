import { randomBytes } from 'node:crypto';
import { makeClient, post, register, tokenFor } from '../clients/third-party.fixtures';
import { startOneProcess } from '../harness/eight-processes';
import { callersOf } from '../harness/graph';
import { startTestRedis } from '../harness/redis';
import type { Shop } from '../harness/shop';
import { until } from '../harness/until';

/** Budgets as a client meets them. Each test asks from an address of its own, which nobody else has used. */
const someAddress = () => `2001:db8:${[...Array(3)].map(() => randomBytes(2).toString('hex')).join(':')}::1`;
const from = (address: string) => ({ 'x-forwarded-for': address });

type Process = Awaited<ReturnType<typeof startOneProcess>>;

/** Costs more than six thousand, whatever there is to be found. */
const DEAR = '{ customers(first: 300) { nodes { vehicles { nodes { id } } } } }';
/** The same without an error. */
const MANY = 'query Many { customers(first: 60) { nodes { vehicles(first: 60) { nodes { id } } } } }';
const CHEAP = '{ me { user { displayName } } }';

describe('one process', () => {
  let running: Process;
  let shop: Shop;

  beforeAll(async () => {
    running = await startOneProcess('budgets', {
      BUDGET_PUBLIC_REQUESTS: '100',
      BUDGET_CALLER_COST: '20000',
      BUDGET_ADDRESS_COST: '1000000',
    });
    shop = await callersOf(running).shop();
  });
  afterAll(() => running?.stop());

  const anonymous = () => callersOf(running).anonymous().with(from(someAddress()));
  const member = async (role: string) => {
    const { client } = await shop.staff(role);
    return client.with(from(someAddress()));
  };

  it('answers a hundred requests a minute of an address without a sign-in, and no more', async () => {
    const address = someAddress();
    const stranger = callersOf(running).anonymous().with(from(address));
    const answers = await Promise.all(Array.from({ length: 110 }, () => stranger.send('{ __typename }')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(10);
    for (const { code, headers, errors } of refused) {
      const { retryAfter } = errors[0]!.extensions;
      expect([code, errors[0]!.extensions.budget]).toEqual(['RATE_LIMITED', 'public']);
      expect(headers.get('retry-after')).toBe(String(retryAfter));
      expect(retryAfter).toBeGreaterThan(0);
      expect(retryAfter).toBeLessThanOrEqual(60);
    }
    // Before it is read: what is no GraphQL is not told so.
    expect((await stranger.send('{')).code).toBe('RATE_LIMITED');
    const stream = await fetch(`${running.url}/graphql/stream`, {
      method: 'POST',
      headers: { ...from(address), 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    expect([stream.status, Number(stream.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await anonymous().send('{')).code).toBe('GRAPHQL_PARSE_FAILED');
    expect((await shop.admin.client.with(from(someAddress())).send(CHEAP)).status).toBe(200);
  });

  it('tells in headers what is left, and in the answer what it cost where that is asked for', async () => {
    const advisor = await member('ADVISOR');
    const plain = await advisor.send(CHEAP);
    expect(plain.extensions).toBeUndefined();
    expect(plain.headers.get('ratelimit-policy')).toBe('"caller";q=20000;w=60, "address";q=1000000;w=60');
    expect(plain.headers.get('ratelimit')).toMatch(/^"caller";r=1999\d;t=\d+, "address";r=99999\d;t=\d+$/);
    const told = await advisor.with({ 'x-tell-cost': '1' }).send(CHEAP);
    expect(told.extensions).toEqual({
      cost: { asked: 2, allowed: 20_000, left: 19_996, resetsIn: expect.any(Number) },
    });
  });

  it('refuses an operation that costs more than is left, runs nothing of it, and takes what still fits', async () => {
    const manager = (await member('MANAGER')).with({ 'x-tell-cost': '1' });
    const rename = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { displayName } }`;
    const costs: number[] = [];
    for (;;) {
      const answer = await manager.send(DEAR);
      if (answer.code === 'RATE_LIMITED') {
        expect(answer.status).toBe(429);
        expect(answer.data).toBeNull();
        expect(answer.errors[0]!.extensions).toMatchObject({ budget: 'caller', allowed: 20_000 });
        break;
      }
      costs.push((answer.extensions!.cost as { asked: number }).asked);
    }
    expect(costs.length).toBeGreaterThan(0);
    const spent = costs.reduce((sum, cost) => sum + cost, 0);
    expect(spent).toBeLessThanOrEqual(20_000);
    expect(spent + costs[0]!).toBeGreaterThan(20_000);
    const renamed = await manager.send(rename, { input: { firstName: 'Mia' } });
    expect(renamed.status).toBe(200);
    expect((await (await member('MANAGER')).send(DEAR)).code).not.toBe('RATE_LIMITED');
  });

  it('counts what it refuses', async () => {
    const metrics = await (await fetch(`${running.url}/metrics`)).text();
    expect(metrics).toMatch(/liftbay_budget_refusals_total\{budget="public"\} \d+/);
    expect(metrics).toMatch(/liftbay_budget_refusals_total\{budget="caller"\} \d+/);
  });
});

describe('two gateways with one Redis', () => {
  const running: Process[] = [];
  let redis: Awaited<ReturnType<typeof startTestRedis>>;

  beforeAll(async () => {
    redis = await startTestRedis();
    const environment = {
      BUDGET_PUBLIC_REQUESTS: '40',
      BUDGET_CALLER_COST: '20000',
      BUDGET_ADDRESS_COST: '1000000',
      REDIS_URL: redis.url,
    };
    running.push(await startOneProcess('budgets-1', environment));
    const DATABASE_URL = running[0]!.databaseUrl;
    running.push(await startOneProcess('budgets-2', { ...environment, DATABASE_URL }));
    await until('both count in Redis', async () => (await refusedOf(someAddress(), 42)) === 2);
  });
  afterAll(async () => {
    for (const process of running.toReversed()) await process.stop();
    await redis?.stop();
  });

  /** How many of so many requests without a token are refused, every other at the other gateway. */
  const refusedOf = async (address: string, times: number) => {
    const ask = (gateway: Process) =>
      callersOf(gateway).anonymous().with(from(address)).send('{ __typename }');
    let refused = 0;
    // Not more at once, or a busy machine's Redis is too slow for them, and they are not counted in it.
    for (let asked = 0; asked < times; asked += 6) {
      const answers = await Promise.all([0, 1, 2, 3, 4, 5].map((index) => ask(running[index % 2]!)));
      refused += answers.filter(({ status }) => status === 429).length;
    }
    return refused;
  };

  it('have one budget for an address', async () => {
    expect(await refusedOf(someAddress(), 60)).toBe(20);
  });

  it('have one for an API client, whether it comes with its key or with a token', async () => {
    const shop = await callersOf(running[0]!).shop();
    const client = await makeClient(shop.admin, ['customers:read', 'vehicles:read']);
    const [documentId] = await register(shop.admin, client.id, MANY);
    const [key, token] = [client.secret, await tokenFor(running[1]!, client)];
    const ask = (gateway: Process, shown: string) =>
      post(gateway, shown, { documentId }, { ...from(someAddress()), 'x-tell-cost': '1' });
    const first = await ask(running[0]!, key);
    const { asked } = (first.extensions as { cost: { asked: number } }).cost;
    const fit = Math.floor(20_000 / asked);
    expect(fit).toBeGreaterThan(1);
    const codes = [first.code];
    for (let n = 1; n <= fit; n += 1) codes.push((await ask(running[n % 2]!, n % 2 ? token : key)).code);
    expect(codes).toEqual([...Array(fit).fill(undefined), 'RATE_LIMITED']);
    const refused = await ask(running[(fit + 1) % 2]!, key);
    expect([refused.status, refused.errors[0]!.extensions.budget]).toEqual([429, 'caller']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const other = await makeClient(shop.admin, ['customers:read', 'vehicles:read']);
    await register(shop.admin, other.id, MANY);
    expect((await ask(running[1]!, other.secret)).status).toBe(200);
  });
});
