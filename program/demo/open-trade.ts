import { poll } from '../../shared/embedded/poll';
import type { DemoGraph } from './demo-graph';
import { takeInParts, takeInSuppliers } from './fill-purchasing';
import type { DemoShop } from './shops';

/** What the shop states on its papers, a reduced rate, and what it buys from whom. Again: the same. */
export async function openTrade(graph: DemoGraph, shop: DemoShop): Promise<void> {
  const { legalName, taxNumber, bankAccount } = shop;
  const { street, city } = shop.centres[0];
  await graph.ask(
    'billing',
    'mutation ($input: UpdateBillingSettingsInput!) { updateBillingSettings(input: $input) { id } }',
    {
      input: {
        legalName,
        taxNumber,
        registrationNumber: `MO-${taxNumber.slice(-6)}`,
        bankAccount,
        footer: `${legalName}, ${street}, ${city}`,
      },
    },
  );
  await graph.create('billing', 'TaxRate', {
    name: 'Reduced rate',
    category: 'REDUCED',
    percent: '10',
    validFrom: '2020-01-01',
    idempotencyKey: 'demo-tax-reduced',
  });
  await takeInParts(graph);
  await takeInSuppliers(graph);
}

const READY_WITHIN_MS = 60_000;

/** The worker opens the store room and enters rates and a sheet for inspections behind a new service centre. */
export async function untilReady(graph: DemoGraph, serviceCentreId: string): Promise<void> {
  const ready = await poll(READY_WITHIN_MS, async () => {
    const { stockLocations } = await graph.ask<{ stockLocations: { totalCount: number } }>(
      'inventory',
      `query ($id: ID!) { stockLocations(filter: { serviceCentreId: $id, kind: SERVICE_CENTRE }) { totalCount } }`,
      { id: serviceCentreId },
    );
    const { taxRates } = await graph.ask<{ taxRates: { category: string }[] }>(
      'billing',
      '{ taxRates { category } }',
    );
    const { inspectionTemplates } = await graph.ask<{ inspectionTemplates: object[] }>(
      'workshop',
      '{ inspectionTemplates { id } }',
    );
    const entered =
      taxRates.some(({ category }) => category === 'STANDARD') && inspectionTemplates.length > 0;
    return (entered && stockLocations.totalCount > 0) || undefined;
  });
  if (!ready) throw new Error('no worker has followed what was opened');
}
