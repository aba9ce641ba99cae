import { randomUUID } from 'node:crypto';
import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Member, Shop } from '../harness/shop';
import { eventsOf, problemsOf } from './customers.fixtures';
import {
  begun,
  changeTemplate,
  inspectionsKept,
  itemOf,
  makeTemplate,
  readInspection,
  SECTIONS,
  sendTemplate,
  sendTemplateChange,
  start,
  type Template,
} from './inspections.fixtures';
import { arrive, expectRefusal, openCard } from './job-cards.fixtures';
import { refusalOf } from './scheduling.fixtures';

const graph = useGraph();
let shop: Shop;
let manager: Member;

beforeAll(async () => {
  shop = await graph.shop();
  manager = await shop.staff('MANAGER');
});

const LIST = `{ inspectionTemplates { id version createdAt updatedAt name description active
  sections { name items { key name kind required unit minimum maximum urgentBelow attentionBelow attentionAbove
    urgentAbove expected } } } }`;
const listed = async ({ client }: Pick<Member, 'client'>): Promise<Template[]> =>
  (await client.ask<{ inspectionTemplates: Template[] }>(LIST)).inspectionTemplates;

async function shopWith(locale: string): Promise<Shop> {
  const other = await graph.shop();
  await untilIdle(graph, other.id);
  await other.admin.client.ask(
    'mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { id } }',
    { input: { locale } },
  );
  return other;
}

describe('a new organisation', () => {
  it('finds a multi-point check in its language', async () => {
    await untilIdle(graph, shop.id);
    const [template, ...others] = await listed(manager);
    expect(others).toEqual([]);
    expect(template).toMatchObject({
      name: 'Controllo generale',
      description: null,
      active: true,
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    expect(template!.sections.map(({ name, items }) => [name, items.length])).toEqual([
      ['Esterno e luci', 5],
      ['Pneumatici', 6],
      ['Freni', 5],
      ['Vano motore', 5],
      ['Sottoscocca', 4],
      ['Interno e prova su strada', 5],
    ]);
    expect(template!.sections[1]!.items[0]).toEqual({
      key: 'TREAD_FRONT_LEFT',
      name: 'Battistrada anteriore sinistro',
      kind: 'MEASURE',
      required: true,
      unit: 'mm',
      minimum: '0',
      maximum: '20',
      urgentBelow: '1.6',
      attentionBelow: '3',
      attentionAbove: null,
      urgentAbove: null,
      expected: null,
    });
    expect(template!.sections[4]!.items.at(-1)).toMatchObject({
      key: 'LEAKS',
      kind: 'YES_NO',
      expected: false,
    });
    expect(template!.sections[5]!.items.at(-1)).toMatchObject({
      key: 'ROAD_TEST',
      kind: 'TEXT',
      required: false,
    });
  });

  it.each([
    ['en-GB', 'Multi-point check', 'Tread, front left'],
    ['sw-KE', 'Ukaguzi wa jumla', 'Kina cha tairi, mbele kushoto'],
    ['de-DE', 'Multi-point check', 'Tread, front left'],
  ])(
    'whose language is %s and that has none yet gets it when it is asked for',
    async (locale, name, item) => {
      const other = await shopWith(locale);
      await graph.sql('delete from workshop.inspection_template where organisation_id = $1', [other.id]);
      const both = await Promise.all([listed(other.admin), listed(other.admin)]);
      expect(both.map((templates) => templates.map((template) => template.name))).toEqual([[name], [name]]);
      expect(both[0]![0]!.sections[1]!.items[0]).toMatchObject({ name: item });
      expect(
        await graph.sql('select id from workshop.inspection_template where organisation_id = $1', [other.id]),
      ).toHaveLength(1);
    },
  );

  it('has what inspections are begun with who name none', async () => {
    const other = await shopWith('it-IT');
    await graph.sql('delete from workshop.inspection_template where organisation_id = $1', [other.id]);
    const { client } = other.admin;
    const { vehicleId } = await arrive(client, other.centres[0]);
    const card = await openCard(client, vehicleId, { serviceCentreId: other.centres[0] });
    const inspection = await start(client, { jobCardId: card.id });
    expect([inspection.templateName, inspection.counts.total]).toEqual(['Controllo generale', 30]);
  });
});

describe('a template', () => {
  it('is made with its sections and items, once for one key', async () => {
    const input = {
      name: ' Tyres only ',
      description: ' For the winter. ',
      sections: SECTIONS,
      idempotencyKey: randomUUID(),
    };
    const template = await makeTemplate(manager.client, input);
    expect(template).toMatchObject({
      version: 1,
      name: 'Tyres only',
      description: 'For the winter.',
      active: true,
    });
    expect(template.sections[0]!.items[0]).toEqual({
      key: 'TREAD',
      name: 'Tread',
      kind: 'MEASURE',
      required: true,
      unit: 'mm',
      minimum: '0',
      maximum: '20',
      urgentBelow: '1.6',
      attentionBelow: '3',
      attentionAbove: null,
      urgentAbove: null,
      expected: null,
    });
    expect(template.sections[1]!.items[0]).toMatchObject({ kind: 'CONDITION', required: true, unit: null });
    expect(await makeTemplate(manager.client, input)).toEqual(template);
    expect(await eventsOf(graph, template.id)).toEqual(['InspectionTemplateCreated']);
    expect((await sendTemplate(manager.client, { name: 'TYRES ONLY' })).code).toBe('CONFLICT');
  });

  it('is refused with what does not go together, all of it told at once', async () => {
    const before = await inspectionsKept(graph, shop);
    const measure = { key: 'A', name: 'A', kind: 'MEASURE', unit: 'mm', minimum: '0', maximum: '10' };
    const refused = async (...items: object[]) =>
      problemsOf(await sendTemplate(manager.client, { sections: [{ name: 'One', items }] }));
    expect(
      await refused(
        { ...measure, unit: null, maximum: null },
        { key: 'A', name: 'Twice' },
        { key: 'B', name: 'B', minimum: '1', urgentBelow: '2' },
        { key: 'C', name: 'C', expected: true },
        { ...measure, key: 'D', minimum: '10' },
        { ...measure, key: 'E', urgentBelow: '5', attentionBelow: '4' },
        { ...measure, key: 'F', attentionAbove: '11' },
        { ...measure, key: 'G', urgentBelow: '-1' },
      ),
    ).toEqual([
      'sections.0.items.0.unit: REQUIRED',
      'sections.0.items.0.maximum: REQUIRED',
      'sections.0.items.1.key: TWICE',
      'sections.0.items.2.minimum: NOT_A_MEASURE',
      'sections.0.items.2.urgentBelow: NOT_A_MEASURE',
      'sections.0.items.3.expected: NOT_A_QUESTION',
      'sections.0.items.4.maximum: ORDER',
      'sections.0.items.5.attentionBelow: ORDER',
      'sections.0.items.6.maximum: ORDER',
      'sections.0.items.7.urgentBelow: ORDER',
    ]);
    expect(await refused({ ...measure, minimum: '0.0001' })).toEqual(['sections.0.items.0.minimum: MATCHES']);
    expect(await refused({ key: 'a b', name: 'x' })).toEqual(['sections.0.items.0.key: MATCHES']);
    expect(await refused({ key: 'A', name: ' ' })).toEqual(['sections.0.items.0.name: MATCHES']);
    expect(await refused()).toEqual(['sections.0.items: ARRAY_MIN_SIZE']);
    expect(problemsOf(await sendTemplate(manager.client, { sections: [] }))).toEqual([
      'sections: ARRAY_MIN_SIZE',
    ]);
    const many = (section: number) => ({
      name: `Section ${section}`,
      items: Array.from({ length: 67 }, (_, n) => ({ key: `K${section}_${n}`, name: 'x' })),
    });
    expect(problemsOf(await sendTemplate(manager.client, { sections: [1, 2, 3].map(many) }))).toEqual([
      'sections: TOO_MANY',
    ]);
    expect(await inspectionsKept(graph, shop)).toEqual(before);
  });

  it('is changed for what is begun from then on, and not for what was begun', async () => {
    const template = await makeTemplate(manager.client);
    const first = await begun(manager.client, template.id);
    const [tyres] = SECTIONS;
    const changed = await changeTemplate(manager.client, template.id, {
      sections: [{ ...tyres, name: 'Wheels', items: [{ key: 'RIMS', name: 'Rims' }] }],
      description: 'Rims.',
      expectedVersion: 1,
    });
    expect([changed.version, changed.sections[0]!.name]).toEqual([2, 'Wheels']);
    const still = await readInspection(manager.client, first.id);
    expect([still!.templateVersion, still!.items.map(({ key }) => key)]).toEqual([
      1,
      ['TREAD', 'PRESSURE', 'LIGHTS', 'LEAKS', 'SMOKER', 'DRIVE'],
    ]);
    expect(itemOf(still!, 'TREAD')).toMatchObject({ section: 'Tyres', position: 0 });
    const second = await begun(manager.client, template.id);
    expect([second.templateVersion, second.items.map(({ key }) => key)]).toEqual([2, ['RIMS']]);
    // The same again is no change, in whatever order the database keeps it.
    const same = { sections: [{ name: 'Wheels', items: [{ key: 'RIMS', name: 'Rims' }] }] };
    expect((await changeTemplate(manager.client, template.id, same)).version).toBe(2);
    expect(await eventsOf(graph, template.id)).toEqual([
      'InspectionTemplateCreated',
      'InspectionTemplateUpdated',
    ]);
    expectRefusal(
      await sendTemplateChange(manager.client, template.id, { name: 'Other', expectedVersion: 1 }),
      'CONFLICT',
    );
    expect((await changeTemplate(manager.client, template.id, { description: null })).description).toBeNull();
  });

  it('that is not in use comes last, and nothing is begun with it', async () => {
    const template = await makeTemplate(manager.client, { name: 'AAA' });
    await changeTemplate(manager.client, template.id, { active: false });
    expect((await listed(manager)).at(-1)!.id).toBe(template.id);
    const { vehicleId } = await arrive(manager.client);
    const card = await openCard(manager.client, vehicleId);
    const answer = await manager.client.send(
      'mutation ($input: StartInspectionInput!) { startInspection(input: $input) { id } }',
      { input: { jobCardId: card.id, templateId: template.id } },
    );
    expect(refusalOf(answer)).toBe('BAD_INPUT input.templateId: NOT_IN_USE');
  });

  it('is made and changed by managers, seen by all of the staff, and by nobody of another organisation', async () => {
    const template = await makeTemplate(manager.client);
    const before = await inspectionsKept(graph, shop);
    for (const role of ['ADVISOR', 'RECEPTIONIST', 'TECHNICIAN', 'ACCOUNTANT']) {
      const member = await shop.staff(role);
      expect((await listed(member)).map(({ id }) => id)).toContain(template.id);
      expectRefusal(await sendTemplate(member.client), 'FORBIDDEN');
      expectRefusal(await sendTemplateChange(member.client, template.id, { active: false }), 'FORBIDDEN');
    }
    const stranger = await graph.shop();
    expect((await listed(stranger.admin)).map(({ id }) => id)).not.toContain(template.id);
    expectRefusal(
      await sendTemplateChange(stranger.admin.client, template.id, { active: false }),
      'NOT_FOUND',
    );
    expect(await inspectionsKept(graph, shop)).toEqual(before);
  });
});
