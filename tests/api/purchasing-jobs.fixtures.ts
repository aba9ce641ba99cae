import { arrive, openCard } from './job-cards.fixtures';
import { type Line, run } from './job-parts.fixtures';
import {
  type Buying,
  done,
  euro,
  ORDER_REQUESTS,
  type Order,
  requestsFor,
  send,
  standing,
} from './purchasing.fixtures';

export async function newCard({ buyer }: Buying): Promise<{ id: string; number: string }> {
  const { vehicleId } = await arrive(buyer.client);
  return openCard(buyer.client, vehicleId);
}

export const need = ({ buyer }: Buying, job: string, partId: string, quantity: string): Promise<Line> =>
  run(buyer.client, 'request', job, { partId, quantity });

/** The requests for a part, such as `OPEN 4`, the latest first. */
export const stands = async ({ buyer }: Buying, partId: string): Promise<string[]> =>
  standing(await requestsFor(buyer.client, partId));

/** Orders what the open request for a part asks for, or so much of it. */
export async function orderOpen(
  { buyer, supplierId }: Buying,
  partId: string,
  quantity?: string,
): Promise<Order> {
  const open = (await requestsFor(buyer.client, partId)).find(({ status }) => status === 'OPEN');
  const wish = { requestId: open!.id, supplierId, unitPrice: euro('1.00'), quantity };
  const [order] = await done(send<Order[]>(buyer.client, ORDER_REQUESTS, { input: { requests: [wish] } }));
  return order!;
}
