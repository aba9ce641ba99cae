import { openJobPart, run } from '../api/job-parts.fixtures';
import type { GraphClient } from '../harness/client';
import type { Shop } from '../harness/shop';
import { idOf } from './id-of.fixtures';

/** What commands of this area need that the schema cannot say. */
export const VALUES_OF_JOB_PARTS: Readonly<Record<string, Record<string, unknown>>> = Object.fromEntries(
  ['request', 'issue', 'return', 'cancel'].map((verb) => [
    `${verb}JobParts`,
    { 'input.lines.quantity': '1' },
  ]),
);

type Fitting = Record<string, Record<string, string>>;

/** A job with a part in each state that a command wants. */
export async function fillJobParts(
  admin: GraphClient,
  shop: Shop,
  marker: string,
  vehicleId: string,
): Promise<Fitting> {
  const jobCardId = await idOf(admin, 'createJobCard', 'CreateJobCardInput', {
    vehicleId,
    complaint: `Parts ${marker}`,
    serviceCentreId: shop.centres[0],
  });
  const host = { shop, client: admin, centre: shop.centres[0]! };
  const line = async () => ({
    'input.jobCardId': jobCardId,
    'input.lines.id': await openJobPart(host, jobCardId, `JP ${marker}`),
  });
  const [issued, returned, cancelled] = [await line(), await line(), await line()];
  await run(
    admin,
    'return',
    jobCardId,
    { id: returned['input.lines.id'], quantity: '1' },
    { reason: marker },
  );
  return {
    requestJobParts: { 'input.jobCardId': jobCardId },
    issueJobParts: issued,
    returnJobParts: returned,
    cancelJobParts: cancelled,
  };
}
