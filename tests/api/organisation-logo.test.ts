import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { SIGNED_LINK } from '../harness/signed-link';
import { readyImage } from './bodyshop.fixtures';
import { problemsOf } from './customers.fixtures';
import { begin, picture, upload } from './files.fixtures';

const graph = useGraph();
let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

const SET = `mutation ($input: UpdateOrganisationInput!) {
  updateOrganisation(input: $input) { version logoFileId logoUrl } }`;
interface Logo {
  version: number;
  logoFileId: string | null;
  logoUrl: string | null;
}
const set = (logoFileId: string | null) =>
  shop.admin.client.send<{ updateOrganisation: Logo }>(SET, { input: { logoFileId } });
const stored = () =>
  graph.sql('select version, logo_file_id from customer.organisation where id = $1', [shop.id]);

it('is an uploaded image, which everybody of the organisation sees, until it is taken away', async () => {
  const fileId = await readyImage(shop.admin.client);
  expect((await set(fileId)).data.updateOrganisation).toMatchObject({ logoFileId: fileId });
  const { client } = await shop.staff('TECHNICIAN');
  const { organisation } = await client.ask<{ organisation: Logo }>(
    '{ organisation { logoFileId logoUrl } }',
  );
  expect(organisation.logoUrl).toMatch(SIGNED_LINK);
  const response = await fetch(organisation.logoUrl!);
  expect(response.headers.get('content-type')).toBe('image/webp');
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(20);
  expect((await set(null)).data.updateOrganisation).toMatchObject({ logoFileId: null, logoUrl: null });
});

it('is nothing that is no image, not ready, unknown or another organisation’s', async () => {
  const { client } = shop.admin;
  const document = await upload(client, 'application/pdf', Buffer.from('%PDF-1.4 hardly'));
  const begun = await begin(client, 'image/png', (await picture(40, 30)).length);
  const other = await readyImage((await graph.shop()).admin.client);
  const before = await stored();
  for (const [fileId, problem] of [
    [document.id, 'NOT_AN_IMAGE'],
    [begun.file.id, 'NOT_READY'],
    [other, 'UNKNOWN'],
    ['01900000-0000-7000-8000-000000000000', 'UNKNOWN'],
  ] as const)
    expect(problemsOf(await set(fileId))).toEqual([`logoFileId: ${problem}`]);
  expect(await stored()).toEqual(before);
});

it('is set by those who change settings, and by nobody else', async () => {
  const fileId = await readyImage(shop.admin.client);
  const before = await stored();
  const manager = await shop.staff('MANAGER');
  expect((await manager.client.send(SET, { input: { logoFileId: fileId } })).code).toBe('FORBIDDEN');
  expect(await stored()).toEqual(before);
});
