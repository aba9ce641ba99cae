import { newId } from '../../shared/ids';
import { DEFAULT_STAGES } from '../../subgraphs/workshop/bodyshop/stages/default-stages';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { bodyshopKept, CONFIGURE, MOVE, type Stage, stageOf, stagesOf, wanted } from './bodyshop.fixtures';
import { accountOf, eventually, problemsOf } from './customers.fixtures';
import {
  arrive,
  assign,
  type Card,
  cancel,
  expectRefusal,
  numbers,
  openCard,
  requireInspection,
  type Visit,
} from './job-cards.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let visit: Visit;
beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  await requireInspection(shop, false);
  manager = await shop.staff('MANAGER');
  visit = await arrive(manager.client);
  await eventually(async () => expect(await stagesOf(manager.client)).toHaveLength(DEFAULT_STAGES.length));
});

const keys = (stages: Stage[]) => stages.map(({ key }) => key);
const configure = (input: object, { client } = shop.admin) =>
  client.send<{ configureJobStages: Stage[] }>(CONFIGURE, { input });
const move = (client: Member['client'], id: string, stageId: string, more: object = {}) =>
  client.send<{ moveJobCardToStage: Card & { stage: { id: string; key: string } } }>(MOVE, {
    id,
    stageId,
    ...more,
  });

const BOARD = `query ($id: ID!) { jobCard(id: $id) { version status stage { key name }
  stageHistory { id version createdAt updatedAt note fromStage { key } toStage { key } changedBy { id } } } }`;

describe('the board', () => {
  it('is there for a new shop, as the program makes it', async () => {
    const { jobStages } = await manager.client.ask<{ jobStages: object[] }>(
      '{ jobStages { key name colour notifiesCustomer final position archivedAt version id createdAt updatedAt } }',
    );
    expect(jobStages).toEqual(
      DEFAULT_STAGES.map((stage, position) => ({
        ...stage,
        position,
        archivedAt: null,
        version: 1,
        id: expect.any(String),
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
      })),
    );
  });

  it('of a service centre is its own, and the organisation’s again when it is emptied', async () => {
    const [, there] = shop.centres;
    const answer = await configure({ serviceCentreId: there, stages: wanted('IN', 'OUT') });
    expect(keys(answer.data.configureJobStages)).toEqual(['IN', 'OUT']);
    expect(keys(await stagesOf(shop.admin.client, there))).toEqual(['IN', 'OUT']);
    expect(await stagesOf(shop.admin.client, shop.centres[0])).toEqual(await stagesOf(shop.admin.client));
    await configure({ serviceCentreId: there, stages: [] });
    expect(await stagesOf(shop.admin.client, there)).toEqual(await stagesOf(shop.admin.client));
    const again = await configure({ serviceCentreId: there, stages: wanted('OUT', 'IN') });
    expect(again.data.configureJobStages.map(({ id }) => id)).toEqual(
      answer.data.configureJobStages.map(({ id }) => id).reverse(),
    );
    await configure({ serviceCentreId: there, stages: [] });
  });

  it('is replaced as a whole, and the same again changes nothing', async () => {
    const mine = await graph.shop();
    const board = {
      stages: [
        ...wanted('PRE_CHECK_IN', 'WASH'),
        { ...wanted('READY')[0], final: true, notifiesCustomer: true },
      ],
    };
    const first = await configure(board, mine.admin);
    expect(first.data.configureJobStages).toMatchObject([
      { key: 'PRE_CHECK_IN', name: 'Stage PRE_CHECK_IN', colour: '#AABBCC', position: 0, final: false },
      { key: 'WASH', position: 1 },
      { key: 'READY', position: 2, final: true, notifiesCustomer: true },
    ]);
    expect((await configure(board, mine.admin)).data).toEqual(first.data);
    const [{ archived }] = (await graph.sql<{ archived: number }>(
      'select count(archived_at)::int as archived from workshop.job_stage where organisation_id = $1',
      [mine.id],
    )) as [{ archived: number }];
    expect(archived).toBe(DEFAULT_STAGES.length - 2);
  });

  const BAD: [string, object, string][] = [
    ['without stages', { stages: [] }, 'stages: REQUIRED'],
    ['with a key twice', { stages: wanted('A', 'B', 'A') }, 'stages.2.key: TWICE'],
    ['with a key that is none', { stages: [{ ...wanted('A')[0], key: 'a b' }] }, 'stages.0.key: MATCHES'],
    ['with a name that is blank', { stages: [{ ...wanted('A')[0], name: ' ' }] }, 'stages.0.name: MATCHES'],
    [
      'with a colour that is none',
      { stages: [{ ...wanted('A')[0], colour: 'red' }] },
      'stages.0.colour: MATCHES',
    ],
    [
      'of a centre that is not there',
      { serviceCentreId: newId(), stages: wanted('A') },
      'serviceCentreId: UNKNOWN',
    ],
    [
      'with too many',
      { stages: wanted(...Array.from({ length: 41 }, (_, n) => `S${n}`)) },
      'stages: ARRAY_MAX_SIZE',
    ],
  ];
  it.each(BAD)('is refused %s', async (_, input, problem) => {
    const before = await bodyshopKept(graph, shop);
    const answer = await configure(input);
    expect(problemsOf(answer)).toEqual([problem]);
    expect(await bodyshopKept(graph, shop)).toEqual(before);
  });

  it('is the administrator’s to change', async () => {
    const before = await bodyshopKept(graph, shop);
    expectRefusal(await configure({ stages: wanted('A') }, manager), 'FORBIDDEN');
    expect(await bodyshopKept(graph, shop)).toEqual(before);
  });

  it('that fifty replace at once is one of theirs, whole', async () => {
    const mine = await graph.shop();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        configure({ stages: wanted(`A${n}`, `B${n}`, `C${n}`) }, mine.admin),
      ),
    );
    expect(answers.filter(({ code }) => code && code !== 'BUSY')).toEqual([]);
    const left = keys(await stagesOf(mine.admin.client));
    const n = left[0]!.slice(1);
    expect(left).toEqual([`A${n}`, `B${n}`, `C${n}`]);
  });
});

describe('a move', () => {
  it('is kept with who, when and why, told of, and leaves the state alone', async () => {
    const { id, status } = await openCard(manager.client, visit.vehicleId);
    const [received, paint] = [
      await stageOf(manager.client, 'RECEIVED'),
      await stageOf(manager.client, 'PAINT'),
    ];
    const first = await move(manager.client, id, received.id);
    expect(first.data.moveJobCardToStage).toMatchObject({
      status,
      stage: { id: received.id, key: 'RECEIVED' },
    });
    await move(manager.client, id, paint.id, { note: ' Two coats. ' });
    const { jobCard } = await manager.client.ask<{ jobCard: object }>(BOARD, { id });
    const step = {
      id: expect.any(String),
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    };
    expect(jobCard).toEqual({
      version: 3,
      status,
      stage: { key: 'PAINT', name: 'Paint' },
      stageHistory: [
        {
          ...step,
          note: 'Two coats.',
          fromStage: { key: 'RECEIVED' },
          toStage: { key: 'PAINT' },
          changedBy: { id: manager.id },
        },
        { ...step, note: null, fromStage: null, toStage: { key: 'RECEIVED' }, changedBy: { id: manager.id } },
      ],
    });
    const events = await graph.sql<{ payload: object }>(
      "select payload from platform.event where subject_id = $1 and name = 'JobCardStageChanged' order by position",
      [id],
    );
    expect(events.map(({ payload }) => payload)).toEqual(
      [received, paint].map((stage) => ({
        serviceCentreId: shop.centres[0],
        ...visit,
        stageId: stage.id,
        notifiesCustomer: stage === received,
      })),
    );
    expect(await numbers(manager.client, { stageId: paint.id })).toHaveLength(1);
    expect(await numbers(manager.client, { stageId: received.id })).toEqual([]);
  });

  it('to where it is already changes nothing', async () => {
    const { id } = await openCard(manager.client, visit.vehicleId);
    const paint = await stageOf(manager.client, 'PAINT');
    const first = await move(manager.client, id, paint.id);
    const before = await bodyshopKept(graph, shop);
    expect((await move(manager.client, id, paint.id)).data).toEqual(first.data);
    expect(await bodyshopKept(graph, shop)).toEqual(before);
  });

  it('is refused to a stage of another board, for a stale version, of a cancelled card, and to who may not', async () => {
    const { id, version } = await openCard(manager.client, visit.vehicleId);
    const gone = await openCard(manager.client, visit.vehicleId);
    await cancel(manager.client, gone.id);
    const [paint, ready] = [await stageOf(manager.client, 'PAINT'), await stageOf(manager.client, 'READY')];
    await move(manager.client, id, paint.id);
    const there = await configure({ serviceCentreId: shop.centres[1], stages: wanted('ELSEWHERE') });
    const elsewhere = there.data.configureJobStages[0]!.id;
    const stranger = await graph.shop();
    const receptionist = await shop.staff('RECEPTIONIST');
    const before = await bodyshopKept(graph, shop);
    for (const stageId of [elsewhere, newId(), 'nonsense'])
      expect(problemsOf(await move(manager.client, id, stageId))).toEqual(['stageId: UNKNOWN']);
    expectRefusal(await move(manager.client, id, ready.id, { expectedVersion: version }), 'CONFLICT');
    expectRefusal(await move(manager.client, gone.id, ready.id), 'CONFLICT');
    expectRefusal(await move(stranger.admin.client, id, ready.id), 'NOT_FOUND');
    expectRefusal(await move(receptionist.client, id, ready.id), 'FORBIDDEN');
    expect(await bodyshopKept(graph, shop)).toEqual(before);
    await configure({ serviceCentreId: shop.centres[1], stages: [] });
  });

  it('of fifty at once to two stages leaves one unbroken way', async () => {
    const { id } = await openCard(manager.client, visit.vehicleId);
    const stages = [await stageOf(manager.client, 'PAINT'), await stageOf(manager.client, 'READY')];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => move(manager.client, id, stages[n % 2]!.id)),
    );
    expect(answers.filter(({ code }) => code)).toEqual([]);
    const { jobCard } = await manager.client.ask<{
      jobCard: {
        stage: { key: string };
        stageHistory: { fromStage: { key: string } | null; toStage: { key: string } }[];
      };
    }>(BOARD, { id });
    const { stageHistory } = jobCard;
    expect(stageHistory.filter(({ fromStage }) => fromStage === null)).toHaveLength(1);
    expect(stageHistory.filter(({ fromStage, toStage }) => fromStage?.key === toStage.key)).toEqual([]);
    const [row] = await graph.sql<{ version: number }>(
      'select version from workshop.job_card where id = $1',
      [id],
    );
    expect(row!.version).toBe(stageHistory.length + 1);
  });

  it('is the technician’s for their own cards; the customer sees it without the note', async () => {
    const technician = await shop.staff('TECHNICIAN');
    const customer = await accountOf(graph, shop, visit.customerId);
    const { id } = await openCard(manager.client, visit.vehicleId);
    const paint = await stageOf(manager.client, 'PAINT');
    expectRefusal(await move(technician.client, id, paint.id), 'NOT_FOUND');
    await assign(manager.client, id, technician);
    expect((await move(technician.client, id, paint.id, { note: 'Not for them.' })).errors).toEqual([]);
    const seen = await customer.client.ask<{ jobCard: object }>(
      'query ($id: ID!) { jobCard(id: $id) { stage { name } stageHistory { note toStage { name } } } }',
      { id },
    );
    expect(seen.jobCard).toEqual({
      stage: { name: 'Paint' },
      stageHistory: [{ note: null, toStage: { name: 'Paint' } }],
    });
    expectRefusal(await move(customer.client, id, paint.id), 'FORBIDDEN');
  });

  it('is kept by a card whose stage was taken off the board', async () => {
    const mine = await graph.shop();
    const { client } = mine.admin;
    const car = await arrive(client, mine.centres[0]);
    const { id } = await openCard(client, car.vehicleId, { serviceCentreId: mine.centres[0] });
    await configure({ stages: wanted('OLD', 'NEW') }, mine.admin);
    const [old, fresh] = await stagesOf(client);
    await move(client, id, old!.id);
    await configure({ stages: wanted('NEW') }, mine.admin);
    const { jobCard } = await client.ask<{ jobCard: object }>(
      'query ($id: ID!) { jobCard(id: $id) { stage { key archivedAt } } }',
      { id },
    );
    expect(jobCard).toEqual({ stage: { key: 'OLD', archivedAt: expect.any(String) } });
    expect((await move(client, id, fresh!.id)).errors).toEqual([]);
    expect(problemsOf(await move(client, id, old!.id))).toEqual(['stageId: UNKNOWN']);
  });
});
