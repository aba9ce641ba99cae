import { badField } from '../../../shared/errors';
import { Money } from '../../../shared/money';
import type { Context } from '../../../shared/subgraph/context';
import type { Accepted } from './convert-quotation';

const CREATE = `mutation ($input: CreateServiceRequestInput!) { createServiceRequest(input: $input) { id } }`;
/** As much as a service request takes. */
const LONGEST_DESCRIPTION = 4000;

/** Asked in the caller's own name, under a key made from the quotation: again, it is the same request. */
export async function requestService(context: Context, { quotation, lines }: Accepted): Promise<string> {
  const { id, number, vehicleId, customerId, serviceCentreId, totalMinor, currency } = quotation;
  if (!vehicleId) throw badField('id', 'NO_VEHICLE', 'Work needs a vehicle; the quotation names none.');
  const { amount } = new Money(totalMinor, currency);
  const words = [`${number}:`, ...lines.map(({ quantity, description }) => `${quantity} × ${description}`)];
  const { createServiceRequest } = await context.peers.ask<{ createServiceRequest: { id: string } }>(
    'workshop',
    CREATE,
    {
      input: {
        vehicleId,
        customerId,
        serviceCentreId,
        description: words.join('\n').slice(0, LONGEST_DESCRIPTION),
        estimatedCost: { amount, currency },
        idempotencyKey: `quotation-${id}`,
      },
    },
  );
  return createServiceRequest.id;
}
