import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { eventsOf } from './customers.fixtures';
import {
  ALL_RECORDED,
  begun,
  doInspection,
  inspectionsKept,
  makeTemplate,
  sendInspection,
  sendStart,
  type Template,
} from './inspections.fixtures';
import { arrive, expectRefusal, openCard } from './job-cards.fixtures';
import { refusalOf } from './scheduling.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;
let technician: Member;
let template: Template;

beforeAll(async () => {
  shop = await graph.shop({ centres: 1 });
  manager = await shop.staff('MANAGER');
  technician = await shop.staff('TECHNICIAN');
  template = await makeTemplate(manager.client);
});

describe('publishing', () => {
  it('needs every required item, and something at all', async () => {
    const { id } = await begun(manager.client, template.id);
    await doInspection(manager.client, 'record', id, { key: 'LIGHTS', rating: 'OK' });
    const before = await inspectionsKept(graph, shop);
    const refused = await sendInspection(manager.client, 'publish', id);
    expect(refusalOf(refused)).toBe('CONFLICT OPEN_ITEMS');
    expect(refused.errors[0]!.extensions.items).toEqual(['TREAD', 'LEAKS']);
    expect(await inspectionsKept(graph, shop)).toEqual(before);
    const free = await makeTemplate(manager.client, {
      sections: [{ name: 'One', items: [{ key: 'A', name: 'A', required: false }] }],
    });
    const empty = await begun(manager.client, free.id);
    expect(refusalOf(await sendInspection(manager.client, 'publish', empty.id))).toBe(
      'CONFLICT NOTHING_RECORDED',
    );
  });

  it('happens once, and changes nothing any more', async () => {
    const { id } = await begun(manager.client, template.id);
    const { version } = await doInspection(technician.client, 'recordAll', id, ALL_RECORDED);
    const stale = await sendInspection(technician.client, 'publish', id, { expectedVersion: version + 1 });
    expect(stale.code).toBe('CONFLICT');
    const done = await doInspection(technician.client, 'publish', id, {
      share: false,
      notes: ' Drive well. ',
    });
    expect(done).toMatchObject({
      status: 'PUBLISHED',
      notes: 'Drive well.',
      publishedAt: expect.any(String),
      sharedUntil: null,
    });
    expect(await eventsOf(graph, id)).toEqual([
      'InspectionStarted',
      'InspectionRecorded',
      'InspectionPublished',
    ]);
    const { inspection } = await manager.client.ask<{ inspection: { publishedBy: object } }>(
      'query ($id: ID!) { inspection(id: $id) { publishedBy { id } } }',
      { id },
    );
    expect(inspection.publishedBy).toEqual({ id: technician.id });
    const before = await inspectionsKept(graph, shop);
    expect(await doInspection(manager.client, 'publish', id, { notes: 'Other.' })).toEqual(done);
    const late = { key: 'LIGHTS', rating: 'URGENT' };
    expect(refusalOf(await sendInspection(technician.client, 'record', id, late))).toBe('CONFLICT NOT_OPEN');
    expect(refusalOf(await sendInspection(technician.client, 'recordAll', id, ALL_RECORDED))).toBe(
      'CONFLICT NOT_OPEN',
    );
    expectRefusal(await sendInspection(manager.client, 'cancel', id), 'INVALID_TRANSITION');
    expect(await inspectionsKept(graph, shop)).toEqual(before);
  });

  it('of fifty at once, beside those who record: what was published is what stands', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { id } = await begun(manager.client, template.id);
      await doInspection(manager.client, 'recordAll', id, ALL_RECORDED);
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          n % 5 === 4
            ? sendInspection(manager.client, 'publish', id, { share: false })
            : sendInspection(technician.client, 'record', id, { key: 'LIGHTS', note: `Note ${n}` }),
        ),
      );
      const codes = new Set(answers.map((answer) => refusalOf(answer) ?? 'DONE'));
      expect([...codes].filter((code) => code !== 'DONE' && code !== 'CONFLICT NOT_OPEN')).toEqual([]);
      // Each change that was kept has its event, in the order of the commits: none is behind the publication.
      const names = await eventsOf(graph, id);
      expect(names.filter((name) => name === 'InspectionPublished')).toHaveLength(1);
      expect(names.at(-1)).toBe('InspectionPublished');
    }
  });

  it('fifty begin one: it is begun once', async () => {
    const { vehicleId } = await arrive(manager.client);
    const { id: jobCardId } = await openCard(manager.client, vehicleId);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => sendStart(technician.client, { jobCardId, templateId: template.id })),
    );
    expect(new Set(answers.map(({ data }) => data!.done.id)).size).toBe(1);
  });
});
