import { Dice } from '../../program/demo/random';
import { newId } from '../../shared/ids';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { uploadPicture } from '../security/filled-vehicles.fixtures';
import { auditOf, eventsOf, problemsOf } from './customers.fixtures';
import {
  ALL_RECORDED,
  begun,
  doInspection,
  inspectionsKept,
  itemOf,
  makeTemplate,
  readInspection,
  sendInspection,
  type Template,
} from './inspections.fixtures';
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

describe('recording', () => {
  const recorded = async (id: string, input: object) =>
    itemOf(await doInspection(technician.client, 'record', id, input), (input as { key: string }).key);

  it('keeps what was found, by whom and when', async () => {
    const { id } = await begun(manager.client, template.id);
    const lights = await recorded(id, {
      key: 'LIGHTS',
      rating: 'ATTENTION',
      note: ' The left one flickers. ',
    });
    expect(lights).toMatchObject({
      version: 2,
      rating: 'ATTENTION',
      note: 'The left one flickers.',
      recordedAt: expect.any(String),
    });
    const { inspection } = await manager.client.ask<{
      inspection: { items: { recordedBy: { id: string } | null }[] };
    }>('query ($id: ID!) { inspection(id: $id) { items { recordedBy { id } } } }', { id });
    expect(inspection.items.map(({ recordedBy }) => recordedBy)).toEqual([
      null,
      null,
      { id: technician.id },
      null,
      null,
      null,
    ]);
    expect(await recorded(id, { key: 'LEAKS', answer: true })).toMatchObject({
      answer: true,
      rating: 'ATTENTION',
    });
    expect(await recorded(id, { key: 'SMOKER', answer: true })).toMatchObject({ rating: 'OK' });
    expect(await recorded(id, { key: 'DRIVE', text: 'Pulls to the left.' })).toMatchObject({
      text: 'Pulls to the left.',
      rating: null,
      recordedAt: expect.any(String),
    });
    const { counts } = (await readInspection(manager.client, id))!;
    expect(counts).toEqual({ total: 6, open: 2, openRequired: 1, ok: 1, attention: 2, urgent: 0 });
    expect((await eventsOf(graph, id)).slice(1)).toEqual(Array(4).fill('InspectionRecorded'));
    expect((await auditOf(graph, lights.id))[0]).toMatchObject({ action: 'record', actor_id: technician.id });
  });

  it('rates a measure by its limits; somebody may find it worse, never better', async () => {
    const { id } = await begun(manager.client, template.id);
    const tread = (value: string, more: object = {}) => recorded(id, { key: 'TREAD', value, ...more });
    expect(await tread('1.599')).toMatchObject({ value: '1.599', rating: 'URGENT' });
    expect(await tread('1.6')).toMatchObject({ rating: 'ATTENTION' });
    expect(await tread('2.999')).toMatchObject({ rating: 'ATTENTION' });
    expect(await tread('3.0')).toMatchObject({ value: '3', rating: 'OK' });
    expect(await tread('3', { rating: 'URGENT', note: 'A nail.' })).toMatchObject({ rating: 'URGENT' });
    // What was said of it stays as long as the measure does.
    expect(await recorded(id, { key: 'TREAD', note: 'A big nail.' })).toMatchObject({ rating: 'URGENT' });
    expect(await tread('8')).toMatchObject({ rating: 'OK' });
    expect(await recorded(id, { key: 'PRESSURE', value: '3.4' })).toMatchObject({ rating: 'ATTENTION' });
    expect(await recorded(id, { key: 'PRESSURE', value: '3.51' })).toMatchObject({ rating: 'URGENT' });
    const better = { key: 'TREAD', value: '1', rating: 'OK' };
    expect(problemsOf(await sendInspection(technician.client, 'record', id, better))).toEqual([
      'rating: TOO_GOOD',
    ]);
    const worse = await recorded(id, { key: 'LEAKS', answer: true, rating: 'URGENT' });
    expect(worse).toMatchObject({ answer: true, rating: 'URGENT' });
  });

  it('takes back what was recorded, and knows what does not apply', async () => {
    const { id } = await begun(manager.client, template.id);
    await recorded(id, { key: 'TREAD', value: '5' });
    expect(await recorded(id, { key: 'TREAD', rating: 'NOT_APPLICABLE' })).toMatchObject({
      rating: 'NOT_APPLICABLE',
      value: null,
      recordedAt: expect.any(String),
    });
    expect(await recorded(id, { key: 'TREAD', rating: null })).toMatchObject({
      rating: null,
      recordedAt: null,
    });
    await recorded(id, { key: 'LIGHTS', rating: 'OK', note: 'x' });
    expect(await recorded(id, { key: 'LIGHTS', rating: null, note: null })).toMatchObject({
      rating: null,
      note: null,
      recordedAt: null,
    });
    const both = { key: 'LEAKS', answer: true, rating: 'NOT_APPLICABLE' };
    expect(problemsOf(await sendInspection(technician.client, 'record', id, both))).toEqual([
      'rating: NOT_APPLICABLE',
    ]);
  });

  it('several at once are all kept, and again change nothing', async () => {
    const { id } = await begun(manager.client, template.id);
    const all = await doInspection(technician.client, 'recordAll', id, ALL_RECORDED);
    expect(all.counts).toMatchObject({ open: 3, openRequired: 0, ok: 3 });
    const before = await inspectionsKept(graph, shop);
    expect(await doInspection(technician.client, 'recordAll', id, ALL_RECORDED)).toEqual(all);
    expect(await inspectionsKept(graph, shop)).toEqual(before);
    expect((await eventsOf(graph, id)).slice(1)).toEqual(['InspectionRecorded']);
  });

  it('is refused as a whole with what cannot be, each with its place', async () => {
    const { id } = await begun(manager.client, template.id);
    const before = await inspectionsKept(graph, shop);
    const refused = async (...items: object[]) =>
      problemsOf(await sendInspection(technician.client, 'recordAll', id, { items }));
    const ok = { key: 'LIGHTS', rating: 'OK' };
    expect(await refused(ok, { key: 'ROOF', rating: 'OK' })).toEqual(['items.1.key: UNKNOWN']);
    expect(await refused(ok, ok)).toEqual(['items.1.key: TWICE']);
    expect(
      await refused(
        ok,
        { key: 'TREAD', value: '20.001' },
        { key: 'PRESSURE', value: '-0.1' },
        { key: 'LEAKS', value: '1' },
        { key: 'DRIVE', answer: true },
        { key: 'SMOKER', text: 'yes' },
      ),
    ).toEqual([
      'items.1.value: OUT_OF_RANGE',
      'items.2.value: OUT_OF_RANGE',
      'items.3.value: NOT_A_MEASURE',
      'items.4.answer: NOT_A_QUESTION',
      'items.5.text: NOT_A_TEXT',
    ]);
    for (const value of ['3,5', '1e3', 'NaN', '1.2345', ''])
      expect(await refused({ key: 'TREAD', value })).toEqual(['items.0.value: MATCHES']);
    expect(await refused()).toEqual(['items: ARRAY_MIN_SIZE']);
    const stale = await sendInspection(technician.client, 'record', id, { ...ok, expectedVersion: 7 });
    expect([stale.code, stale.errors[0]!.extensions.current]).toEqual([
      'CONFLICT',
      { id: expect.any(String), version: 1 },
    ]);
    expect(await inspectionsKept(graph, shop)).toEqual(before);
    expect(
      (await sendInspection(technician.client, 'record', id, { ...ok, expectedVersion: 1 })).errors,
    ).toEqual([]);
  });

  it('has photos that were uploaded, as a whole', async () => {
    const { id } = await begun(manager.client, template.id);
    const [one, two] = [
      await uploadPicture(technician.client, 'one.png'),
      await uploadPicture(technician.client, 'two.png'),
    ];
    const first = await recorded(id, { key: 'LIGHTS', rating: 'URGENT', photoFileIds: [one, two] });
    const photo = {
      id: expect.any(String),
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      url: expect.stringContaining('http'),
      thumbnailUrl: expect.stringContaining('http'),
    };
    expect(first.photos).toEqual([photo, photo]);
    const got = await fetch(first.photos[0]!.url);
    expect([got.status, got.headers.get('content-type')]).toEqual([200, 'image/png']);
    const small = await fetch(first.photos[0]!.thumbnailUrl!);
    expect(small.headers.get('content-type')).toBe('image/webp');
    const same = await recorded(id, { key: 'LIGHTS', photoFileIds: [two, one] });
    expect(same.photos.map((photo) => photo.id)).toEqual(first.photos.map((photo) => photo.id));
    const fewer = await recorded(id, { key: 'LIGHTS', photoFileIds: [two] });
    expect(fewer.photos.map((photo) => photo.id)).toEqual([first.photos[1]!.id]);
    expect((await recorded(id, { key: 'LIGHTS', note: 'x' })).photos).toHaveLength(1);
    expect((await recorded(id, { key: 'LIGHTS', photoFileIds: null })).photos).toEqual([]);

    const text = await fileOf(technician);
    const before = await inspectionsKept(graph, shop);
    const refused = async (...photoFileIds: string[]) =>
      problemsOf(
        await sendInspection(technician.client, 'record', id, { key: 'LIGHTS', rating: 'OK', photoFileIds }),
      );
    expect(await refused(one, newId())).toEqual(['photoFileIds.1: UNKNOWN']);
    expect(await refused(text)).toEqual(['photoFileIds.0: NOT_READY']);
    expect(await refused(...Array.from({ length: 11 }, () => newId()))).toEqual([
      'photoFileIds: ARRAY_MAX_SIZE',
    ]);
    expect(await inspectionsKept(graph, shop)).toEqual(before);
  });

  const fileOf = async ({ client }: Member): Promise<string> => {
    const { createUpload } = await client.ask<{ createUpload: { file: { id: string } } }>(
      `mutation { createUpload(input: { fileName: "a.png", contentType: "image/png", size: 5 }) { file { id } } }`,
    );
    return createUpload.file.id;
  };
});

/** Values at random, with an oracle beside them that counts in thousandths. */
it('rates measures as their limits say, from a seed', async () => {
  const random = new Dice(20261128);
  const { id } = await begun(manager.client, template.id);
  for (let step = 0; step < 40; step += 1) {
    const key = random.pick(['TREAD', 'PRESSURE']);
    const thousandths = random.below(key === 'TREAD' ? 6_000 : 12_000);
    const value = (thousandths / 1000).toFixed(3);
    const answer = await sendInspection(technician.client, 'record', id, { key, value });
    const beyond = key === 'PRESSURE' && thousandths > 10_000;
    expect([value, refusalOf(answer)]).toEqual([
      value,
      beyond ? 'BAD_INPUT input.value: OUT_OF_RANGE' : undefined,
    ]);
    if (beyond) continue;
    const urgent = key === 'TREAD' ? thousandths < 1_600 : thousandths < 1_500 || thousandths > 3_500;
    const attention = key === 'TREAD' ? thousandths < 3_000 : thousandths < 2_000 || thousandths > 3_000;
    expect([value, itemOf(answer.data!.done, key).rating]).toEqual([
      value,
      urgent ? 'URGENT' : attention ? 'ATTENTION' : 'OK',
    ]);
  }
});
