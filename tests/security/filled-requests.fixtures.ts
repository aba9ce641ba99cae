import { ANNOUNCE, announcement, MOVE, type Receipt, stageOf } from '../api/bodyshop.fixtures';
import { from } from '../api/sign-in.fixtures';
import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { uploadPicture } from './filled-vehicles.fixtures';
import type { Stored } from './stored.fixtures';

/** Somebody with a car; and who announces theirs, as the shop knows them. */
interface Regulars {
  vehicleId: string;
  customerId: string;
  known: { phone: string; plate: string };
}

interface Asked {
  trackingCode: string;
  /** A request that was approved, and has no appointment. */
  approved: string;
}

/** Requests, a board of its own for the second service centre, and a car that somebody announced. */
export async function askForWork(
  graph: TestGraph,
  stored: Stored,
  admin: GraphClient,
  shop: Shop,
  marker: string,
  { vehicleId, customerId, known }: Regulars,
): Promise<Asked> {
  await stored.quiet(shop.id);
  const ids: string[] = [];
  for (const priority of ['LOW', 'HIGH', 'MEDIUM', 'URGENT'])
    ids.push(await raise(admin, shop, { vehicleId, customerId, priority, description: `Service ${marker}` }));
  for (const id of ids.slice(0, 2))
    await admin.ask(
      'mutation ($id: ID!, $why: String!) { rejectServiceRequest(id: $id, reason: $why) { id } }',
      {
        id,
        why: `Because ${marker}`,
      },
    );
  await admin.ask('mutation ($id: ID!) { approveServiceRequest(id: $id) { id } }', { id: ids.at(-1) });
  await admin.ask(
    'mutation ($input: ConfigureJobStagesInput!) { configureJobStages(input: $input) { id } }',
    {
      input: {
        serviceCentreId: shop.centres[1],
        stages: [{ key: 'ONLY', name: `Only ${marker}`, colour: '#000000' }],
      },
    },
  );
  const { preCheckIn } = await from(graph).ask<{ preCheckIn: Receipt }>(ANNOUNCE, {
    input: announcement(shop, {
      ...known,
      make: `Fiat ${marker}`,
      model: `Panda ${marker}`,
      lastName: marker,
    }),
  });
  const { jobCardId: id, trackingCode } = preCheckIn;
  await admin.ask(MOVE, { id, stageId: (await stageOf(admin, 'READY')).id, note: `Note ${marker}` });
  await admin.ask(
    `mutation ($id: ID!, $photos: [PhotoInput!]!) { attachPhotos(jobCardId: $id, photos: $photos) { id } }`,
    { id, photos: [{ fileId: await uploadPicture(admin, `${marker}.png`), caption: `Caption ${marker}` }] },
  );
  return { trackingCode, approved: ids.at(-1)! };
}

async function raise(admin: GraphClient, shop: Shop, input: object): Promise<string> {
  const { createServiceRequest } = await admin.ask<{ createServiceRequest: { id: string } }>(
    'mutation ($input: CreateServiceRequestInput!) { createServiceRequest(input: $input) { id } }',
    {
      input: {
        ...input,
        serviceCentreId: shop.centres[0],
        homeService: true,
        homeAddress: { street: 'Via Po 1', city: 'Torino' },
      },
    },
  );
  return createServiceRequest.id;
}
