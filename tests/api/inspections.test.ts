import { newId } from '../../shared/ids';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { eventsOf } from './customers.fixtures';
import {
  ALL_RECORDED,
  begun,
  doInspection,
  inspectionsKept,
  itemOf,
  makeTemplate,
  published,
  readInspection,
  sendInspection,
  sendStart,
  start,
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

describe('an inspection', () => {
  it('is begun for a job card that nobody has yet, with what the template has', async () => {
    const visit = await arrive(manager.client);
    const { id: jobCardId } = await openCard(manager.client, visit.vehicleId);
    const inspection = await start(technician.client, { jobCardId, templateId: template.id });
    expect(inspection).toMatchObject({
      version: 1,
      status: 'IN_PROGRESS',
      templateName: template.name,
      templateVersion: 1,
      notes: null,
      publishedAt: null,
      sharedUntil: null,
      cancelReason: null,
      counts: { total: 6, open: 6, openRequired: 3, ok: 0, attention: 0, urgent: 0 },
    });
    expect(itemOf(inspection, 'PRESSURE')).toEqual({
      id: expect.any(String),
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      position: 1,
      section: 'Tyres',
      key: 'PRESSURE',
      name: 'Pressure',
      kind: 'MEASURE',
      required: false,
      unit: 'bar',
      minimum: '0',
      maximum: '10',
      urgentBelow: '1.5',
      attentionBelow: '2',
      attentionAbove: '3',
      urgentAbove: '3.5',
      expected: null,
      rating: null,
      value: null,
      answer: null,
      text: null,
      note: null,
      recordedAt: null,
      photos: [],
    });
    const whole = await manager.client.ask<{ inspection: object }>(
      `query ($id: ID!) { inspection(id: $id) { jobCard { id inspections { id } } vehicle { id inspections { nodes { id } } }
         customer { id } serviceCentre { id } startedBy { id } publishedBy { id } template { id } } }`,
      { id: inspection.id },
    );
    const here = [{ id: inspection.id }];
    expect(whole.inspection).toEqual({
      jobCard: { id: jobCardId, inspections: here },
      vehicle: { id: visit.vehicleId, inspections: { nodes: here } },
      customer: { id: visit.customerId },
      serviceCentre: { id: shop.centres[0] },
      startedBy: { id: technician.id },
      publishedBy: null,
      template: { id: template.id },
    });
    expect(await eventsOf(graph, inspection.id)).toEqual(['InspectionStarted']);
    const [event] = await graph.sql<{ payload: object }>(
      'select payload from platform.event where subject_id = $1',
      [inspection.id],
    );
    expect(event!.payload).toEqual({ ...visit, jobCardId, serviceCentreId: shop.centres[0] });
  });

  it('begun again goes on, with another template is another', async () => {
    const first = await begun(manager.client, template.id);
    const again = await start(technician.client, { jobCardId: first.jobCardId, templateId: template.id });
    expect(again.id).toBe(first.id);
    const other = await start(manager.client, {
      jobCardId: first.jobCardId,
      templateId: (await makeTemplate(manager.client)).id,
    });
    expect(other.id).not.toBe(first.id);
    await doInspection(manager.client, 'cancel', first.id);
    const next = await start(manager.client, { jobCardId: first.jobCardId, templateId: template.id });
    expect(next.id).not.toBe(first.id);
  });

  it('is not begun for what is over or is not there', async () => {
    const { jobCardId } = await begun(manager.client, template.id);
    const { jobCardId: over } = await begun(manager.client, (await makeTemplate(manager.client)).id);
    const before = await inspectionsKept(graph, shop);
    const refused = async (input: object) =>
      refusalOf(await sendStart(manager.client, { jobCardId, templateId: template.id, ...input }));
    expect(await refused({ jobCardId: newId() })).toBe('NOT_FOUND');
    expect(await refused({ templateId: newId() })).toBe('BAD_INPUT input.templateId: UNKNOWN');
    await graph.sql("update workshop.job_card set status = 'DELIVERED', technician_id = $2 where id = $1", [
      over,
      technician.id,
    ]);
    expect(await refused({ jobCardId: over })).toBe('CONFLICT');
    expect(await inspectionsKept(graph, shop)).toEqual(before);
  });

  it('is given up with a reason, and is over then', async () => {
    const { id } = await begun(manager.client, template.id);
    expectRefusal(await sendInspection(technician.client, 'cancel', id), 'FORBIDDEN');
    const off = await doInspection(manager.client, 'cancel', id);
    expect([off.status, off.cancelReason]).toEqual(['CANCELLED', 'The wrong car.']);
    expect((await doInspection(manager.client, 'cancel', id)).version).toBe(off.version);
    expect(refusalOf(await sendInspection(manager.client, 'recordAll', id, ALL_RECORDED))).toBe(
      'CONFLICT NOT_OPEN',
    );
    expectRefusal(await sendInspection(manager.client, 'publish', id), 'INVALID_TRANSITION');
    expect(refusalOf(await sendInspection(manager.client, 'share', id))).toBe('CONFLICT NOT_PUBLISHED');
    expect((await eventsOf(graph, id)).at(-1)).toBe('InspectionCancelled');
  });
});

describe('the list', () => {
  it('has those of the service centre, narrowed by each filter, either way', async () => {
    const { client } = shop.admin;
    const centre = shop.centres[1]!;
    const one = await begun(client, template.id, centre);
    const two = await published(client, template.id, { share: false }, centre);
    const ids = async (filter: object, orderBy = 'NEWEST') => {
      const { inspections } = await client.ask<{
        inspections: {
          totalCount: number;
          nodes: { id: string }[];
          edges: { cursor: string; node: { id: string } }[];
          pageInfo: { endCursor: string | null };
        };
      }>(
        `query ($filter: InspectionFilter!, $orderBy: InspectionOrder!) {
           inspections(filter: $filter, orderBy: $orderBy) { totalCount nodes { id } edges { cursor node { id } }
             pageInfo { endCursor } } }`,
        { filter, orderBy },
      );
      expect(inspections.totalCount).toBe(inspections.nodes.length);
      const { endCursor } = inspections.pageInfo;
      expect(inspections.edges.at(-1)).toEqual({ cursor: endCursor, node: inspections.nodes.at(-1) });
      return inspections.nodes.map(({ id }) => id);
    };
    const there = { serviceCentreId: centre };
    expect(await ids(there)).toEqual([two.id, one.id]);
    expect(await ids(there, 'OLDEST')).toEqual([one.id, two.id]);
    expect(await ids({ ...there, status: ['PUBLISHED'] })).toEqual([two.id]);
    expect(await ids({ customerId: one.visit.customerId })).toEqual([one.id]);
    expect(await ids({ vehicleId: two.visit.vehicleId })).toEqual([two.id]);
    expect(await ids({ jobCardId: one.jobCardId })).toEqual([one.id]);
    const { createdAt } = (await readInspection(client, two.id)) as unknown as { createdAt: string };
    expect(await ids({ ...there, from: createdAt })).toEqual([two.id]);
    expect(await ids({ ...there, to: createdAt })).toEqual([one.id]);
  });
});
