import { GatewayDatabase } from '../../../gateway/database';
import { Principals } from '../../../gateway/principals';
import { type Foundation, layFoundation } from '../../../program/kernel';
import { addSeconds } from '../../../shared/clock';
import { roleUrl } from '../../../shared/database/roles';
import { readEnvironment } from '../../../shared/environment';
import { Topics } from '../../../shared/live/topics';
import { Log } from '../../../shared/log';
import { tokens } from '../../api/sign-in.fixtures';
import { baseEnvironment } from '../../harness/environment';
import { useGraph } from '../../harness/graph';
import type { Member, Shop } from '../../harness/shop';

/** That a token was good once is remembered; that it still is, is asked each time. */
const graph = useGraph();
const ADDRESS = '10.1.2.3';
const topics = Topics.inMemory();
let shop: Shop;
let member: Member;
let foundation: Foundation;
let database: GatewayDatabase;
let principals: Principals;
let now: Date;
let verify: jest.SpyInstance;

beforeAll(async () => {
  shop = await graph.shop();
  member = await shop.staff('ADVISOR');
  foundation = await layFoundation(readEnvironment(baseEnvironment(graph.databaseUrl, 0)), new Log('silent'));
});
beforeEach(async () => {
  now = new Date();
  const { accessTokens, secrets } = foundation.kernel;
  verify = jest.spyOn(accessTokens, 'verify');
  database = new GatewayDatabase(roleUrl(graph.databaseUrl, secrets.secretKey, 'gateway'));
  principals = new Principals(database, accessTokens, { now: () => now });
  await principals.listen(topics);
});
afterEach(async () => {
  verify.mockRestore();
  principals.close();
  await database.close();
});
afterAll(async () => {
  await topics.close();
  await foundation?.close();
});

const signIn = async (): Promise<string> =>
  (await tokens(graph, { organisation: shop.slug, login: member.email, password: member.password })).access;

const holderOf = async (token: string): Promise<string | null> =>
  (await principals.identify(token, ADDRESS))?.actorId ?? null;

const endSessions = () =>
  graph.sql('update customer.session set revoked_at = now() where organisation_id = $1 and user_id = $2', [
    shop.id,
    member.id,
  ]);

test('a token is verified once, and stands for its holder each time', async () => {
  const token = await signIn();
  expect([await holderOf(token), await holderOf(token), await holderOf(token)]).toEqual(
    new Array(3).fill(member.id),
  );
  expect(verify).toHaveBeenCalledTimes(1);
});

test('a remembered token is refused from the second it ends', async () => {
  const token = await signIn();
  expect(await holderOf(token)).toBe(member.id);
  const { expiresAt } = foundation.kernel.accessTokens.verify(token, now)!;
  now = addSeconds(expiresAt, -1);
  expect(await holderOf(token)).toBe(member.id);
  now = expiresAt;
  expect(await holderOf(token)).toBeNull();
  now = addSeconds(expiresAt, 60);
  expect(await holderOf(token)).toBeNull();
});

test('a token that resembles a remembered one is verified by itself, and refused each time', async () => {
  const token = await signIn();
  expect(await holderOf(token)).toBe(member.id);
  const [head, body] = token.split('.');
  const forged = [`${head}.${body}.`, `${token}x`, `${head}.${body}.${'A'.repeat(43)}`];
  for (const each of [...forged, ...forged]) expect(await holderOf(each)).toBeNull();
  expect(await holderOf(token)).toBe(member.id);
});

test('with the session, a remembered token ends: at the word of it, or after five seconds without one', async () => {
  const token = await signIn();
  expect(await holderOf(token)).toBe(member.id);
  await endSessions();
  now = addSeconds(now, 4);
  expect(await holderOf(token)).toBe(member.id);
  now = addSeconds(now, 1);
  expect(await holderOf(token)).toBeNull();

  const next = await signIn();
  expect(await holderOf(next)).toBe(member.id);
  await endSessions();
  const heard = new Promise<void>((resolve) => {
    void topics.onAccessChanged(() => resolve());
  });
  topics.accessChanged(shop.id);
  await heard;
  expect(await holderOf(next)).toBeNull();
  expect(verify).toHaveBeenCalledTimes(2);
});

describe('in the last part of the five seconds', () => {
  let read: jest.SpyInstance;
  beforeEach(() => {
    // In the middle of the three seconds in which one is looked up ahead: 3.5 s after the last time.
    jest.spyOn(Math, 'random').mockReturnValue(0.5);
    read = jest.spyOn(database, 'read');
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** The next look at the database finds what the first has found, and takes until it is told to answer. */
  function answersLater(): () => Promise<void> {
    let resolve = (_found: unknown) => {};
    const promise = new Promise<unknown>((found) => {
      resolve = found;
    });
    read.mockImplementationOnce(() => promise);
    return async () => {
      resolve(await read.mock.results[0]!.value);
      await promise;
      await new Promise(setImmediate);
    };
  }

  test('who is asked about is looked up anew, once, and nobody waits for it', async () => {
    const token = await signIn();
    const begun = now;
    expect(await holderOf(token)).toBe(member.id);
    now = addSeconds(begun, 3);
    expect(await holderOf(token)).toBe(member.id);
    expect(read).toHaveBeenCalledTimes(1);
    now = addSeconds(begun, 4);
    const answer = answersLater();
    expect([await holderOf(token), await holderOf(token)]).toEqual([member.id, member.id]);
    expect(read).toHaveBeenCalledTimes(2);
    await answer();
    now = addSeconds(begun, 7);
    expect(await holderOf(token)).toBe(member.id);
    expect(read).toHaveBeenCalledTimes(2);
  });

  test('what was looked up before the word of a change came is not remembered after it', async () => {
    const token = await signIn();
    expect(await holderOf(token)).toBe(member.id);
    now = addSeconds(now, 4);
    const answer = answersLater();
    expect(await holderOf(token)).toBe(member.id);
    await endSessions();
    const heard = new Promise<void>((resolve) => {
      void topics.onAccessChanged(() => resolve());
    });
    topics.accessChanged(shop.id);
    await heard;
    await answer();
    expect(await holderOf(token)).toBeNull();
  });

  test('one that fails is nobody’s error while the answer is good', async () => {
    const token = await signIn();
    const begun = now;
    expect(await holderOf(token)).toBe(member.id);
    now = addSeconds(begun, 4);
    read.mockRejectedValueOnce(new Error('The database is being started again.'));
    expect(await holderOf(token)).toBe(member.id);
    now = addSeconds(begun, 5);
    expect(await holderOf(token)).toBe(member.id);
    expect(read).toHaveBeenCalledTimes(3);
  });
});
