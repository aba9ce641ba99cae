import { randomUUID } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import { ANONYMOUS } from '../../shared/access/identity';
import { SUBGRAPHS } from '../../shared/environment';
import { ANNOUNCE, announcement, MOVE, stageOf, TRACK, trackingCodeOf } from '../api/bodyshop.fixtures';
import { createCustomer, createVehicle } from '../api/customers.fixtures';
import { openCard } from '../api/job-cards.fixtures';
import { newAddress } from '../api/sign-in.fixtures';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { FACTS } from '../harness/subgraphs';
import { openSubgraphsOn, type SubgraphsOn } from './subgraphs-on.fixtures';

/**
 * What somebody without an account is told does not depend on what we know: neither its shape, nor the number of
 * statements that it takes in any subgraph, which is most of what its time is made of.
 */
const graph = useGraph();
let shop: Shop;
let manager: Member;
let subgraphs: SubgraphsOn;
const statements: string[] = [];

beforeAll(async () => {
  shop = await graph.shop();
  manager = await shop.staff('MANAGER');
  subgraphs = await openSubgraphsOn(graph.databaseUrl);
  for (const name of SUBGRAPHS)
    subgraphs.of(name).database.onStatement = (text) => statements.push(`${name}: ${text}`);
});
afterAll(() => subgraphs?.close());

interface Told {
  result: ExecutionResult;
  statements: string[];
}

async function told(query: string, variables: Record<string, unknown>): Promise<Told> {
  statements.length = 0;
  const facts = { ...FACTS, address: newAddress() };
  const result = await subgraphs.of('workshop').execute({ query, variables }, ANONYMOUS, facts);
  return { result, statements: [...statements] };
}

const perSubgraph = (all: string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const text of all) {
    const name = text.split(':')[0]!;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};
const ofCards = (all: string[]) => all.filter((text) => /job_card|job_stage|photo|pre_check_in/.test(text));

describe('a pre-check-in', () => {
  it('takes the same for strangers and customers, for new cars and for known ones', async () => {
    const known = { lastName: 'Known', phone: '333 700 0001' };
    await createCustomer(manager.client, known);
    await createVehicle(manager.client, { plate: { number: 'KN 000 WN', country: 'IT' } });
    const stranger = () => ({ lastName: 'Stranger', phone: `333 701 ${String(Math.random()).slice(2, 6)}` });
    const cases = [
      { ...stranger() },
      { ...known },
      { ...stranger(), plate: 'kn000wn' },
      { ...known, plate: 'kn000wn' },
      { ...known, lastName: 'Relative' },
    ];
    // What is prepared once for each connection is no part of it.
    await told(ANNOUNCE, { input: announcement(shop, stranger()) });
    const seen: { counts: Record<string, number>; keys: string[] }[] = [];
    for (const more of cases) {
      const { result, statements: sent } = await told(ANNOUNCE, { input: announcement(shop, more) });
      expect(result.errors).toBeUndefined();
      seen.push({ counts: perSubgraph(sent), keys: Object.keys(result.data!.preCheckIn as object) });
    }
    expect(seen).toEqual(seen.map(() => seen[0]));
    expect(seen[0]!.counts).toMatchObject({ customer: expect.any(Number), vehicle: expect.any(Number) });
    const matched = await graph.sql<{ c: boolean; v: boolean }>(
      `select customer_was_known as c, vehicle_was_known as v from workshop.pre_check_in where organisation_id = $1
       order by created_at, id`,
      [shop.id],
    );
    expect(matched.slice(1)).toEqual([
      { c: false, v: false },
      { c: true, v: false },
      { c: false, v: true },
      { c: true, v: true },
      { c: false, v: false },
    ]);
  });
});

describe('tracking', () => {
  let id: string;
  let code: string;
  const ask = (typed: string, factor: string, organisation = shop.slug) =>
    told(TRACK, { organisation, code: typed, secondFactor: factor });

  beforeEach(async () => {
    const customer = await createCustomer(manager.client, { phone: '333 123 4567' });
    const { id: vehicleId } = await createVehicle(manager.client, { ownerId: customer.id });
    id = (await openCard(manager.client, vehicleId)).id;
    code = await trackingCodeOf(manager.client, id);
  });

  it('takes the same for a code that no card has and for a second factor that is wrong, read first or again', async () => {
    const wrong = [
      [code, '0000'],
      ['ZZZZZZ', '4567'],
      [randomUUID().slice(0, 8), '4567'],
    ] as const;
    const seen: { times: number; counts: object; message: string }[] = [];
    for (const times of [1, 2])
      for (const [typed, factor] of wrong) {
        const { result, statements: sent } = await ask(typed, factor);
        seen.push({ times, counts: perSubgraph(sent), message: result.errors![0]!.message });
      }
    const elsewhere = await ask(code, '4567', 'nobody-has-this-slug');
    seen.push({
      times: 1,
      counts: perSubgraph(elsewhere.statements),
      message: elsewhere.result.errors![0]!.message,
    });
    for (const times of [1, 2]) {
      const same = seen.filter((each) => each.times === times);
      expect(same).toEqual(same.map(() => same[0]));
    }
  });

  it('reads the card once: the second read sends no statement about it, and asks for the second factor all the same', async () => {
    const first = await ask(code, '4567');
    expect(first.result.errors).toBeUndefined();
    expect(ofCards(first.statements)).not.toEqual([]);
    expect(perSubgraph(first.statements)).toMatchObject({ customer: 2, vehicle: 1 });
    const second = await ask(code, '4567');
    expect(second.result).toEqual(first.result);
    expect([ofCards(second.statements), perSubgraph(second.statements)]).toEqual([[], { workshop: 3 }]);
    const wrong = await ask(code, '4568');
    expect([wrong.result.errors![0]!.message, ofCards(wrong.statements)]).toEqual(['Repair not found.', []]);
  });

  it('reads it again after a change, wherever that was made', async () => {
    await ask(code, '4567');
    const stage = await stageOf(manager.client, 'PAINT');
    const { result } = await subgraphs
      .of('workshop')
      .execute(
        { query: MOVE, variables: { id, stageId: stage.id } },
        {
          ...ANONYMOUS,
          kind: 'SYSTEM',
          organisationId: shop.id,
          permissions: { '*': 'all' },
          serviceCentreIds: null,
        },
        FACTS,
      )
      .then((moved) => ({ result: moved }));
    expect(result.errors).toBeUndefined();
    const after = await ask(code, '4567');
    expect((after.result.data!.trackRepair as { stage: string }).stage).toBe('Paint');
    expect(ofCards(after.statements)).not.toEqual([]);
  });
});
