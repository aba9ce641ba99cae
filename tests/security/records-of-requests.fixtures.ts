import { createBay } from '../api/scheduling.fixtures';
import { raise } from '../api/service-requests.fixtures';
import type { Maker } from './records.fixtures';
import { openAlways } from './records-of-scheduling.fixtures';

/** Of a customer, or with the work of a technician; nobody else has requests of their own. */
const serviceRequest =
  (others: () => Record<'customer' | 'vehicle' | 'jobCard', Maker>): Maker =>
  async (world, host, owner, place) => {
    const { customer, vehicle, jobCard } = others();
    const isTechnician = owner?.role === 'TECHNICIAN';
    if (owner && owner.customerId === null && !isTechnician) return null;
    const asker = isTechnician ? null : owner;
    const [vehicleId, customerId] = [
      await vehicle(world, host, asker, place),
      await customer(world, host, asker, place),
    ];
    const { id } = await raise(
      host.client,
      { vehicleId: vehicleId!, customerId: customerId! },
      { serviceCentreId: host.centre },
    );
    if (isTechnician)
      await world.graph.sql(
        "update workshop.service_request set status = 'IN_PROGRESS', job_card_id = $2 where id = $1",
        [id, await jobCard(world, host, owner, place)],
      );
    return id;
  };

/** Taken on, in a service centre that is open and has a bay. */
const approvedRequest =
  (request: Maker): Maker =>
  async (world, host, owner, place) => {
    if (owner) return null;
    const id = await request(world, host, null, place);
    const { client, centre: serviceCentreId } = host;
    await openAlways(host);
    await createBay(client, { serviceCentreId });
    await client.ask('mutation ($id: ID!) { approveServiceRequest(id: $id) { id } }', { id });
    return id;
  };

export function requestMakers(others: () => Record<'customer' | 'vehicle' | 'jobCard', Maker>) {
  const request = serviceRequest(others);
  return { serviceRequest: request, approvedRequest: approvedRequest(request) };
}
