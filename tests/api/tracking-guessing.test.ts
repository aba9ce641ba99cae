import { createHash, randomInt } from 'node:crypto';
import { TRACKING_LIMITS } from '../../subgraphs/workshop/bodyshop/tracking/guessing';
import { CODE_ALPHABET, CODE_LENGTH } from '../../subgraphs/workshop/bodyshop/tracking/tracking-code';
import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { track, trackingCodeOf } from './bodyshop.fixtures';
import { createCustomer, createVehicle } from './customers.fixtures';
import { openCard } from './job-cards.fixtures';
import { from, minuteLasts } from './sign-in.fixtures';

/** A code of six characters is guessable, if one may guess. */
// It lets everybody's windows pass.
const graph = useGraph({ own: true });
let shop: Shop;
let manager: Member;
let vehicleId: string;
beforeEach(async () => {
  shop = await graph.shop();
  manager = await shop.staff('MANAGER');
  const { id } = await createCustomer(manager.client, { phone: '333 123 4567' });
  vehicleId = (
    await createVehicle(manager.client, { ownerId: id, plate: { number: 'AB 123 DE', country: 'IT' } })
  ).id;
});

const newCode = async (): Promise<string> =>
  trackingCodeOf(manager.client, (await openCard(manager.client, vehicleId)).id);
const guess = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
const codesOf = async (client: GraphClient, tries: [code: string, factor: string][]) => {
  const answers = await Promise.all(tries.map(([code, factor]) => track(client, shop.slug, code, factor)));
  return answers.map(({ code }) => code ?? 'FOUND');
};
const count = (codes: string[], wanted: string) => codes.filter((code) => code === wanted).length;
const windowsPass = () =>
  graph.sql(
    "update platform.throttle set window_ends = now() - interval '1 second' where subject like 'tracking%'",
  );

it('of two hundred guesses from one address, fifty at a time, ten are looked at', async () => {
  const { allowed } = TRACKING_LIMITS.wrongFromAddress;
  const client = from(graph);
  const code = await newCode();
  const codes: string[] = [];
  for (let batch = 0; batch < 4; batch += 1)
    codes.push(
      ...(await codesOf(
        client,
        Array.from({ length: 50 }, (_, n) =>
          n % 2 ? [guess(), 'ab123de'] : [code, String(n + batch * 50).padStart(4, '0')],
        ),
      )),
    );
  expect([count(codes, 'NOT_FOUND'), count(codes, 'RATE_LIMITED')]).toEqual([allowed, 200 - allowed]);
  const right = await track(client, shop.slug, code, '4567');
  expect([right.code, right.data]).toEqual(['RATE_LIMITED', null]);
  expect(right.errors[0]!.extensions.retryAfter).toEqual(expect.any(Number));
  await windowsPass();
  expect((await track(client, shop.slug, code, '4567')).code).toBeUndefined();
});

it('for one code, ten guesses from all addresses together are looked at; whether there is such a card or not', async () => {
  const { allowed } = TRACKING_LIMITS.wrongForCode;
  for (const code of [await newCode(), guess()]) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => track(from(graph), shop.slug, code, String(n).padStart(4, '0'))),
    );
    const codes = answers.map((answer) => answer.code ?? 'FOUND');
    expect([count(codes, 'NOT_FOUND'), count(codes, 'RATE_LIMITED')]).toEqual([allowed, 50 - allowed]);
    expect((await track(from(graph), shop.slug, code, '4567')).code).toBe('RATE_LIMITED');
  }
  expect((await track(from(graph), shop.slug, await newCode(), '4567')).code).toBeUndefined();
});

it('in all, an organisation looks at a thousand guesses an hour', async () => {
  const { allowed } = TRACKING_LIMITS.wrongInAll;
  expect((await track(from(graph), shop.slug, guess(), '0000')).code).toBe('NOT_FOUND');
  const subject = `${TRACKING_LIMITS.wrongInAll.name}:${createHash('sha256').update(shop.id).digest('base64url')}`;
  const counted = await graph.sql(
    'update platform.throttle set hits = $2 where subject = $1 and hits = 1 returning hits',
    [subject, allowed - 1],
  );
  expect(counted).toHaveLength(1);
  expect((await track(from(graph), shop.slug, guess(), '0000')).code).toBe('NOT_FOUND');
  expect((await track(from(graph), shop.slug, guess(), '0000')).code).toBe('RATE_LIMITED');
  const other = await graph.shop();
  expect((await track(from(graph), other.slug, guess(), '0000')).code).toBe('NOT_FOUND');
});

it('good reads cost no guesses, and an address has a hundred a minute', async () => {
  const { allowed, name } = TRACKING_LIMITS.readsFromAddress;
  const client = from(graph);
  const code = await newCode();
  const codes: string[] = [];
  for (let batch = 0; batch < 12; batch += 1) {
    codes.push(
      ...(await codesOf(
        client,
        Array.from({ length: 10 }, () => [code, '4567']),
      )),
    );
    await minuteLasts(graph, name);
  }
  expect([count(codes, 'FOUND'), count(codes, 'RATE_LIMITED')]).toEqual([allowed, 120 - allowed]);
});

describe('what a whole day of guessing finds', () => {
  const SECONDS = 24 * 60 * 60;
  /** Jobs that can be tracked at one time in a large organisation. */
  const CARDS = 10_000;
  const codes = CODE_ALPHABET.length ** CODE_LENGTH;
  /** Each card has one end of a phone, out of ten thousand; a plate is harder to guess. */
  const ENDS_OF_PHONES = 10 ** 4;
  const windows = ({ windowSeconds }: { windowSeconds: number }) => Math.ceil(SECONDS / windowSeconds) + 1;
  const budget = (rule: { allowed: number; windowSeconds: number }) => rule.allowed * windows(rule);

  it('from one address, one car in more than a thousand years', () => {
    const guesses = budget(TRACKING_LIMITS.wrongFromAddress);
    expect(guesses).toBe(970);
    const hitsADay = (guesses * CARDS) / codes / ENDS_OF_PHONES;
    expect(1 / (hitsADay * 365)).toBeGreaterThan(1000);
  });

  it('from every address in the world together, one car in eighty years', () => {
    const hitsADay = (budget(TRACKING_LIMITS.wrongInAll) * CARDS) / codes / ENDS_OF_PHONES;
    expect(1 / (hitsADay * 365)).toBeGreaterThan(75);
  });

  it('of one car whose plate they know, next to nothing', () => {
    expect(budget(TRACKING_LIMITS.wrongInAll) / codes).toBeLessThan(1 / 25_000);
  });

  it('of one car whose code they know, less than three in a hundred', () => {
    expect(budget(TRACKING_LIMITS.wrongForCode) / ENDS_OF_PHONES).toBeLessThan(0.03);
  });

  it('without a second factor and at a hundred tries a minute, as was asked for, a car each day or two', () => {
    expect((100 * 60 * 24 * CARDS) / 36 ** 6).toBeGreaterThan(0.5);
  });
});
