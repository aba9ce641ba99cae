import { randomBytes } from 'node:crypto';
import { ANONYMOUS, type Identity } from '../../../shared/access/identity';
import type { SubgraphName } from '../../../shared/environment';
import { FACTS, system, useSubgraphs } from '../../harness/subgraphs';

/** What billing is told of a job, by the field that it alone asks: what was done, and whose it is. */
const open = useSubgraphs();
let organisationId = '';
let centre = '';
let admin = '';

async function ask<T>(
  name: SubgraphName,
  query: string,
  variables: Record<string, unknown> = {},
  identity: Identity = system(organisationId),
): Promise<T> {
  const { data, errors } = await open.of(name).execute({ query, variables }, identity, FACTS);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as T;
}

/** A command with an input: the id of what it made. */
async function made(name: SubgraphName, command: string, type: string, input: object): Promise<string> {
  const data = await ask<Record<string, { id: string }>>(
    name,
    `mutation ($input: ${type}!) { ${command}(input: $input) { id } }`,
    { input },
  );
  return data[command]!.id;
}

const run = (command: string, args: string) => ask('workshop', `mutation { ${command}(${args}) { id } }`);

beforeAll(async () => {
  const { createOrganisation } = await ask<{
    createOrganisation: Record<'organisation' | 'serviceCentre' | 'administrator', { id: string }>;
  }>(
    'customer',
    `mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) {
       organisation { id } serviceCentre { id } administrator { id } } }`,
    {
      input: {
        name: 'Shop',
        slug: `shop-${randomBytes(5).toString('hex')}`,
        country: 'IT',
        currency: 'EUR',
        locale: 'it-IT',
        timeZone: 'Europe/Rome',
        serviceCentre: { name: 'First', code: 'FIRST' },
        administrator: {
          firstName: 'Ada',
          lastName: 'Admin',
          email: 'ada@mail.example',
          password: 'correct horse battery staple',
        },
      },
    },
    ANONYMOUS,
  );
  organisationId = createOrganisation.organisation.id;
  centre = createOrganisation.serviceCentre.id;
  admin = createOrganisation.administrator.id;
  await ask('customer', 'mutation { updateOrganisation(input: { requiresInspection: false }) { id } }');
});

const TO_BILL = `query ($id: ID!) { jobCardToBill(id: $id) { id number status customerId vehicleId serviceCentreId
  technicianId completedAt lines { jobServiceId additionalServiceId serviceItemId name description quantity labourHours
    unitPrice { minorUnits currency } taxCategory } } }`;

async function jobInProgress() {
  const customerId = await made('customer', 'createCustomer', 'CreateCustomerInput', { lastName: 'Verdi' });
  const vehicleId = await made('vehicle', 'createVehicle', 'CreateVehicleInput', {
    make: 'Fiat',
    model: 'Panda',
    ownerId: customerId,
  });
  const id = await made('workshop', 'createJobCard', 'CreateJobCardInput', {
    vehicleId,
    complaint: 'Noise',
    serviceCentreId: centre,
  });
  await run('assignJobCard', `id: "${id}", technicianId: "${admin}"`);
  await run('startJobCard', `id: "${id}"`);
  return { id, customerId, vehicleId };
}

const eur = (amount: string) => ({ amount, currency: 'EUR' });

test('is what was done, approved work among it, with prices as they were agreed; not what was skipped', async () => {
  const { id, customerId, vehicleId } = await jobInProgress();
  const serviceItemId = await made('workshop', 'createServiceItem', 'CreateServiceItemInput', {
    code: 'OIL',
    name: 'Oil change',
    description: 'Oil and filter.',
    labourMinutes: 30,
    price: eur('89.90'),
    taxCategory: 'S',
  });
  const add = (input: object) =>
    made('workshop', 'addJobService', 'AddJobServiceInput', { jobCardId: id, ...input });
  const [oil, hours, skipped, free] = [
    await add({ serviceItemId, quantity: '2' }),
    await add({
      name: 'Weld',
      pricing: 'HOURLY',
      labourHours: '1.25',
      quantity: '3',
      unitPrice: eur('75.00'),
    }),
    await add({ name: 'Wash' }),
    await add({ name: 'Look' }),
  ];
  const proposal = await made('workshop', 'proposeAdditionalService', 'ProposeAdditionalServiceInput', {
    jobCardId: id,
    title: 'Discs',
    lines: [{ name: 'Discs', unitPrice: eur('60.00') }],
  });
  await ask(
    'workshop',
    'mutation ($id: ID!, $input: DecideAdditionalServiceInput!) { decideAdditionalService(id: $id, input: $input) { id } }',
    { id: proposal, input: { decision: 'APPROVE', version: 1, amount: eur('60.00'), means: 'PHONE' } },
  );
  const { jobCard } = await ask<{ jobCard: { services: { id: string }[] } }>(
    'workshop',
    'query ($id: ID!) { jobCard(id: $id) { services { id } } }',
    { id },
  );
  const discs = jobCard.services.at(-1)!.id;
  await run('skipJobService', `id: "${skipped}", reason: "It rains."`);
  const before = await ask<{ jobCardToBill: object }>('workshop', TO_BILL, { id });
  expect(before.jobCardToBill).toMatchObject({ status: 'IN_PROGRESS', completedAt: null, lines: [] });
  for (const service of [oil, hours, free, discs]) {
    await run('startJobService', `id: "${service}"`);
    await run('completeJobService', `id: "${service}"`);
  }
  await run('completeJobCard', `id: "${id}"`);
  expect(await ask('workshop', TO_BILL, { id })).toEqual({
    jobCardToBill: {
      id,
      number: expect.stringMatching(/^JC-\d{6}$/),
      status: 'COMPLETED',
      customerId,
      vehicleId,
      serviceCentreId: centre,
      technicianId: admin,
      completedAt: expect.any(String),
      lines: [
        {
          jobServiceId: oil,
          additionalServiceId: null,
          serviceItemId,
          name: 'Oil change',
          description: 'Oil and filter.',
          quantity: '2',
          labourHours: '1',
          unitPrice: { minorUnits: 8990, currency: 'EUR' },
          taxCategory: 'S',
        },
        {
          jobServiceId: hours,
          additionalServiceId: null,
          serviceItemId: null,
          name: 'Weld',
          description: null,
          quantity: '3.75',
          labourHours: '3.75',
          unitPrice: { minorUnits: 7500, currency: 'EUR' },
          taxCategory: null,
        },
        expect.objectContaining({ jobServiceId: free, quantity: '1', labourHours: null, unitPrice: null }),
        expect.objectContaining({
          jobServiceId: discs,
          additionalServiceId: proposal,
          quantity: '1',
          unitPrice: { minorUnits: 6000, currency: 'EUR' },
        }),
      ],
    },
  });
});

test('is nothing for a card that there is not, or that is another organisation’s', async () => {
  const { id } = await jobInProgress();
  const none = { jobCardToBill: null };
  expect(await ask('workshop', TO_BILL, { id: organisationId })).toEqual(none);
  expect(await ask('workshop', TO_BILL, { id }, system('00000000-0000-4000-8000-000000000000'))).toEqual(
    none,
  );
});
