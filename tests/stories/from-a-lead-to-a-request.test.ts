import { createLead, oneOf, qualify } from '../api/care.fixtures';
import { createVehicle } from '../api/customers.fixtures';
import { raise, requestNumbers } from '../api/service-requests.fixtures';
import { useGraph } from '../harness/graph';

const graph = useGraph();

it('whoever was a lead becomes a customer, and asks for a service as every customer does', async () => {
  const shop = await graph.shop();
  const { client } = await shop.staff('MANAGER');
  const lead = await createLead(client, { email: 'asks@example.org' });
  await qualify(client, lead.id);
  const { status, customer } = await oneOf<{ status: string; customer: { id: string; email: string } }>(
    client,
    'mutation ($id: ID!) { convertLead(id: $id) { status customer { id email } } }',
    { id: lead.id },
  );
  expect([status, customer.email]).toEqual(['CONVERTED', 'asks@example.org']);
  const { id: vehicleId } = await createVehicle(client, { ownerId: customer.id });
  const request = await raise(client, { customerId: customer.id, vehicleId });
  expect(request.status).toBe('PENDING');
  expect(await requestNumbers(client, { customerId: customer.id })).toEqual([request.number]);
});
