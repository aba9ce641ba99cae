import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { until } from '../harness/until';
import { holderOf } from '../security/custom-role.fixtures';
import { createCustomer } from './customers.fixtures';
import { fetched, finished, linesOf, refusedExport, rowsOf } from './exports.fixtures';

const graph = useGraph();
let shop: Shop;
let ada: { id: string; code: string };
beforeAll(async () => {
  shop = await graph.shop({ centres: 2 });
  ada = await createCustomer(shop.admin.client, {
    firstName: '=HYPERLINK("x")',
    lastName: 'Lovelace',
    company: 'Engines',
    phone: '+393331234567',
    email: 'ada@example.com',
    address: { street: 'Via Emilia 1', city: 'Modena', postalCode: '41121', country: 'IT' },
    language: 'it',
    taxNumber: 'IT01234567890',
  });
  await createCustomer(shop.admin.client, { firstName: 'Old', lastName: 'Friend', phone: null });
  await graph.sql(
    "update customer.customer set created_at = '2020-05-05' where organisation_id = $1 and last_name = 'Friend'",
    [shop.id],
  );
});
const THESE_YEARS = { from: '2026-06-01', to: '2028-12-31' };
const LIST = { format: 'CSV', list: 'CUSTOMERS' };

test('customers, with how to reach them, since ever', async () => {
  const job = await finished(shop.admin.client, { ...LIST, ...THESE_YEARS });
  expect(job).toMatchObject({ status: 'DONE', rowsWritten: 2, list: 'CUSTOMERS' });
  const [head, old, row] = linesOf((await fetched(job)).bytes);
  expect(head).toBe(
    'ID,CREATED_AT,ARCHIVED_AT,CODE,FIRST_NAME,LAST_NAME,COMPANY,PHONE,EMAIL,STREET,CITY,REGION,POSTAL_CODE,' +
      'COUNTRY,LANGUAGE,TAX_NUMBER',
  );
  expect(old).toContain('Old,Friend');
  expect(row!.split(',').toSpliced(1, 1)).toEqual([
    ada.id,
    '',
    ada.code,
    `"'=HYPERLINK(""x"")"`,
    'Lovelace',
    'Engines',
    "'+393331234567",
    'ada@example.com',
    'Via Emilia 1',
    'Modena',
    '',
    '41121',
    'IT',
    'it',
    'IT01234567890',
  ]);
  const before = await finished(shop.admin.client, { ...LIST, from: '2020-05-01', to: '2020-05-31' });
  expect(before.rowsWritten).toBe(1);
});

test('they are those of one’s service centres, for who may see customers, and each read is written down', async () => {
  const manager = await shop.staff('MANAGER');
  const { id } = await createCustomer(manager.client, { firstName: 'Mine' });
  const job = await finished(manager.client, { ...LIST, ...THESE_YEARS });
  const rows = rowsOf((await fetched(job)).bytes);
  expect(rows).toEqual([expect.objectContaining({ ID: id, FIRST_NAME: 'Mine', LAST_NAME: 'Verdi' })]);
  await until('the access log has it', async () => {
    const read = await graph.sql<{ entity_id: string; fields: string[] }>(
      `select entity_id, fields from platform.access_log
       where organisation_id = $1 and actor_id = $2 and entity_type = 'Customer' and 'taxNumber' = any(fields)`,
      [shop.id, manager.id],
    );
    return read.length === 1 && read[0]!.entity_id === id;
  });
  const { client } = await holderOf(shop, { 'reports:read': 'ALL' });
  expect(await refusedExport(client, { ...LIST, ...THESE_YEARS })).toEqual(['FORBIDDEN', 'customers:read']);
  const stranger = (await graph.shop()).admin.client;
  expect((await finished(stranger, { ...LIST, ...THESE_YEARS })).rowsWritten).toBe(0);
});
