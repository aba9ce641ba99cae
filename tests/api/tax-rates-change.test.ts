import type { GraphClient } from '../harness/client';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { billingKept, billingShop, draft, issue, labour, refusal, sendIssue } from './billing.fixtures';
import { eventsOf } from './customers.fixtures';

const graph = useGraph();
let shop: Shop;
let accountant: Member;
let manager: Member;
beforeAll(async () => {
  shop = await billingShop(graph);
  accountant = await shop.staff('ACCOUNTANT');
  manager = await shop.staff('MANAGER');
});

const RATE = 'id version name country category percent reason validFrom validTo replaces { id }';
const CREATE = `mutation ($input: CreateTaxRateInput!) { createTaxRate(input: $input) { ${RATE} createdAt updatedAt } }`;
const RETIRE = `mutation ($id: ID!, $lastDay: LocalDate!, $expectedVersion: Int) {
  retireTaxRate(id: $id, lastDay: $lastDay, expectedVersion: $expectedVersion) { ${RATE} } }`;

interface Rate {
  id: string;
  version: number;
  name: string;
  validTo: string | null;
}

const create = async (input: Record<string, unknown>): Promise<Rate> =>
  (await accountant.client.ask<{ createTaxRate: Rate }>(CREATE, { input })).createTaxRate;

const names = async (client: GraphClient, filter: Record<string, unknown>): Promise<string[]> => {
  const { taxRates } = await client.ask<{ taxRates: Rate[] }>(
    'query ($filter: TaxRateFilter!) { taxRates(filter: $filter) { name } }',
    { filter },
  );
  return taxRates.map(({ name }) => name);
};

it('a rate is entered, followed by another from its first day, and each is found on its days', async () => {
  const old = await create({
    name: ' Reduced ',
    category: 'REDUCED',
    percent: '10',
    validFrom: '2020-01-01',
  });
  expect(old).toEqual({
    id: expect.any(String),
    version: 1,
    name: 'Reduced',
    country: 'IT',
    category: 'REDUCED',
    percent: '10',
    reason: null,
    validFrom: '2020-01-01',
    validTo: null,
    replaces: null,
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
  });
  const next = await create({
    name: 'Reduced, higher',
    category: 'REDUCED',
    percent: '10.5',
    validFrom: '2030-07-01',
    replacesId: old.id,
  });
  expect(next).toMatchObject({ percent: '10.5', replaces: { id: old.id } });
  expect(await names(manager.client, { category: 'REDUCED', on: '2030-06-30' })).toEqual(['Reduced']);
  expect(await names(manager.client, { category: 'REDUCED', on: '2030-07-01' })).toEqual(['Reduced, higher']);
  expect(await names(manager.client, { category: 'REDUCED', on: '2019-12-31' })).toEqual([]);
  expect(await eventsOf(graph, next.id)).toEqual(['TaxRateCreated']);
  const third = {
    name: 'Third',
    category: 'REDUCED',
    percent: '11',
    validFrom: '2031-01-01',
    replacesId: old.id,
  };
  expect(refusal(await accountant.client.send(CREATE, { input: third }))).toBe('CONFLICT');
});

it('exempt rates state their reason, reverse charge states it by itself', async () => {
  const exempt = await create({
    name: 'Exempt',
    category: 'EXEMPT',
    reason: 'Art. 10',
    validFrom: '2020-01-01',
  });
  expect(exempt).toMatchObject({ percent: '0', reason: 'Art. 10' });
  const reverse = await create({ name: 'Reverse', category: 'REVERSE_CHARGE', validFrom: '2020-01-01' });
  expect(reverse).toMatchObject({ percent: '0', reason: 'Reverse charge' });
});

it('a rate is ended by its last day, and only ever earlier', async () => {
  const { id, version } = await create({
    name: 'Short',
    category: 'ZERO',
    validFrom: '2020-01-01',
    validTo: '2040-12-31',
  });
  const { retireTaxRate } = await accountant.client.ask<{ retireTaxRate: Rate }>(RETIRE, {
    id,
    lastDay: '2030-12-31',
    expectedVersion: version,
  });
  expect(retireTaxRate.validTo).toBe('2030-12-31');
  const kept = await billingKept(graph, shop);
  await accountant.client.ask(RETIRE, { id, lastDay: '2030-12-31' });
  expect(refusal(await accountant.client.send(RETIRE, { id, lastDay: '2031-01-01' }))).toBe('CONFLICT');
  expect(
    refusal(await accountant.client.send(RETIRE, { id, lastDay: '2029-01-01', expectedVersion: version })),
  ).toBe('CONFLICT');
  expect(refusal(await accountant.client.send(RETIRE, { id, lastDay: '2019-12-31' }))).toBe(
    'lastDay: BEFORE_START',
  );
  expect(await billingKept(graph, shop)).toEqual(kept);
});

it.each([
  [{ category: 'REDUCED', percent: '0' }, 'input.percent: NOT_POSITIVE'],
  [{ category: 'ZERO', percent: '1' }, 'input.percent: NO_TAX'],
  [{ category: 'REVERSE_CHARGE', percent: '22' }, 'input.percent: NO_TAX'],
  [{ category: 'EXEMPT', percent: '0' }, 'input.reason: REQUIRED'],
  [{ percent: '100.5' }, 'input.percent: MATCHES'],
  [{ percent: '-1' }, 'input.percent: MATCHES'],
  [{ percent: '1.00001' }, 'input.percent: MATCHES'],
  [{ validTo: '2019-12-31' }, 'input.validTo: BEFORE_START'],
  [{ name: ' ' }, 'input.name: MATCHES'],
  [{ country: 'Italy' }, 'input.country: IS_ISO31661ALPHA2'],
  [{ replacesId: '01234567-89ab-7def-8123-456789abcdef' }, 'NOT_FOUND'],
])('%o is refused and changes nothing', async (wrong, code) => {
  const input = { name: 'Wrong', category: 'STANDARD', percent: '5', validFrom: '2020-01-01', ...wrong };
  const before = await billingKept(graph, shop);
  expect(refusal(await accountant.client.send(CREATE, { input }))).toBe(code);
  expect(await billingKept(graph, shop)).toEqual(before);
});

it('what follows a rate cannot begin before it', async () => {
  const { id } = await create({ name: 'Late', category: 'ZERO', validFrom: '2025-01-01' });
  const input = { name: 'Earlier', category: 'ZERO', validFrom: '2025-01-01', replacesId: id };
  expect(refusal(await accountant.client.send(CREATE, { input }))).toBe(
    'input.validFrom: BEFORE_PREDECESSOR',
  );
});

it('a draft that bears an ended rate is not issued until it bears another; what was issued stays', async () => {
  const ending = await create({
    name: 'Ending',
    category: 'STANDARD',
    percent: '21',
    validFrom: '2020-01-01',
  });
  const lines = [labour({ taxRateId: ending.id })];
  const issuedBefore = await issue(manager.client, (await draft(manager.client, { lines })).id);
  const late = await draft(manager.client, { lines });
  await accountant.client.ask(RETIRE, { id: ending.id, lastDay: '2026-01-01' });
  const before = await billingKept(graph, shop);
  expect(refusal(await sendIssue(manager.client, late.id))).toBe('lines.0.taxRateId: RATE_ENDED');
  expect(await billingKept(graph, shop)).toEqual(before);
  await manager.client.ask(
    `mutation ($id: ID!, $lineId: ID!) { updateInvoiceLine(id: $id, lineId: $lineId, input: { taxCategory: STANDARD }) { id } }`,
    { id: late.id, lineId: late.lines[0]!.id },
  );
  expect((await issue(manager.client, late.id)).tax.minorUnits).toBe(2200);
  expect(issuedBefore.tax.minorUnits).toBe(2100);
});

it('a line cannot bear a rate that has ended, or has not begun', async () => {
  const future = await create({
    name: 'Future',
    category: 'STANDARD',
    percent: '30',
    validFrom: '2099-01-01',
  });
  const past = await create({
    name: 'Past',
    category: 'STANDARD',
    percent: '30',
    validFrom: '2001-01-01',
    validTo: '2002-01-01',
  });
  const { id } = await draft(manager.client);
  const add = (taxRateId: string) =>
    manager.client.send(
      'mutation ($id: ID!, $input: DocumentLineInput!) { addInvoiceLine(id: $id, input: $input) { id } }',
      { id, input: labour({ taxRateId }) },
    );
  expect(refusal(await add(future.id))).toBe('input.taxRateId: RATE_NOT_YET');
  expect(refusal(await add(past.id))).toBe('input.taxRateId: RATE_ENDED');
});

describe('billing settings', () => {
  const SETTINGS = `id version createdAt updatedAt legalName taxNumber registrationNumber bankAccount footer
    paymentTermsDays quotationDays draftsFromJobs loyaltyPointsPerUnit address { street city region postalCode country }`;
  const UPDATE = `mutation ($input: UpdateBillingSettingsInput!) { updateBillingSettings(input: $input) { ${SETTINGS} } }`;
  const READ = `{ billingSettings { ${SETTINGS} } }`;

  it('begin with the usual terms, are changed, and show on what is issued from then on', async () => {
    const first = await manager.client.ask<{ billingSettings: { version: number } }>(READ);
    expect(first.billingSettings).toEqual({
      id: shop.id,
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      legalName: null,
      taxNumber: null,
      registrationNumber: null,
      bankAccount: null,
      footer: null,
      paymentTermsDays: 14,
      quotationDays: 30,
      draftsFromJobs: true,
      loyaltyPointsPerUnit: '1',
      address: null,
    });
    const address = {
      street: 'Via Milano 2',
      city: 'Milano',
      region: 'MI',
      postalCode: '20100',
      country: 'IT',
    };
    const input = {
      legalName: 'Officina S.p.A.',
      taxNumber: 'IT09876543210',
      registrationNumber: 'MI-1',
      bankAccount: 'IT60X0542811101000000123456',
      footer: 'Thank you.',
      paymentTermsDays: 7,
      quotationDays: 10,
      draftsFromJobs: false,
      loyaltyPointsPerUnit: '0.05',
      address,
    };
    const { updateBillingSettings } = await accountant.client.ask(UPDATE, { input });
    expect(updateBillingSettings).toMatchObject(input);
    expect(await eventsOf(graph, shop.id)).toContain('BillingSettingsUpdated');
    const { id } = await issue(manager.client, (await draft(manager.client)).id);
    const { invoice } = await manager.client.ask<{ invoice: { paymentTermsDays: number; seller: object } }>(
      `query ($id: ID!) { invoice(id: $id) { paymentTermsDays seller { name taxNumber registrationNumber bankAccount footer
         address { street city region postalCode country } } } }`,
      { id },
    );
    expect(invoice).toEqual({
      paymentTermsDays: 7,
      seller: {
        name: 'Officina S.p.A.',
        taxNumber: 'IT09876543210',
        registrationNumber: 'MI-1',
        bankAccount: 'IT60X0542811101000000123456',
        footer: 'Thank you.',
        address,
      },
    });
  });

  it('refuse terms that make no sense, and a version that was overtaken', async () => {
    const send = (input: object) => accountant.client.send(UPDATE, { input });
    expect(refusal(await send({ paymentTermsDays: 366 }))).toBe('input.paymentTermsDays: MAX');
    expect(refusal(await send({ quotationDays: 0 }))).toBe('input.quotationDays: MIN');
    for (const loyaltyPointsPerUnit of ['-1', '1.00001', '1e3'])
      expect(refusal(await send({ loyaltyPointsPerUnit }))).toBe('input.loyaltyPointsPerUnit: MATCHES');
    expect(refusal(await send({ loyaltyPointsPerUnit: null }))).toBe('input.loyaltyPointsPerUnit: REQUIRED');
    expect(refusal(await send({ footer: 'Other', expectedVersion: 1 }))).toBe('CONFLICT');
  });

  it('are read by fifty at once who are the first, and made once', async () => {
    const other = await graph.shop();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => other.admin.client.ask<{ billingSettings: object }>(READ)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});
