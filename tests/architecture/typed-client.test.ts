import {
  BoardDocument,
  ChangeJobCardDocument,
  OpenJobCardDocument,
  RefreshDocument,
  SignInDocument,
  TakeInCustomerDocument,
  TakeInVehicleDocument,
} from '../../client/generated/graphql';
import { useGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { type TypedClient, typed } from '../harness/typed';

describe('the documents of the client guide, typed', () => {
  const graph = useGraph();
  let shop: Shop;
  let client: TypedClient;

  beforeAll(async () => {
    shop = await graph.shop();
    client = typed(graph.anonymous());
  });

  it('signs in with the refresh token in the body, and refreshes', async () => {
    const { login } = await client.ask(SignInDocument, {
      input: {
        login: shop.admin.email,
        password: shop.admin.password,
        organisation: shop.slug,
        tokenDelivery: 'BODY',
      },
    });
    expect(login.user).toEqual({ id: shop.admin.id, firstName: 'Ada', lastName: 'Admin' });
    const { refreshSession } = await client.ask(RefreshDocument, {
      refreshToken: login.refreshToken,
    });
    expect(Date.parse(refreshSession.expiresAt)).toBeGreaterThan(Date.now());
    expect(refreshSession.refreshToken).not.toBe(login.refreshToken);
    client = typed(graph.withToken(refreshSession.accessToken));
  });

  it('takes in a customer with a car, once however often it is sent, and shows the job on the board', async () => {
    const serviceCentreId = shop.centres[0]!;
    const customer = {
      firstName: 'Bruno',
      lastName: 'Bianchi',
      serviceCentreId,
      idempotencyKey: 'guide-customer',
    };
    const { createCustomer } = await client.ask(TakeInCustomerDocument, { input: customer });
    const again = await client.ask(TakeInCustomerDocument, { input: customer });
    expect(again.createCustomer).toEqual(createCustomer);
    const { createVehicle } = await client.ask(TakeInVehicleDocument, {
      input: {
        make: 'Fiat',
        model: 'Panda',
        plate: { number: 'AB 123 CD', country: 'IT' },
        ownerId: createCustomer.id,
        serviceCentreId,
      },
    });
    const { createJobCard } = await client.ask(OpenJobCardDocument, {
      input: { vehicleId: createVehicle.id, complaint: 'It pulls to the left.', serviceCentreId },
    });
    const { jobCards } = await client.ask(BoardDocument, { filter: { customerId: createCustomer.id } });
    expect(jobCards).toMatchObject({ totalCount: 1, pageInfo: { hasNextPage: false } });
    expect(jobCards.nodes[0]).toEqual({
      id: createJobCard.id,
      number: createJobCard.number,
      status: 'CREATED',
      priority: 'MEDIUM',
      complaint: 'It pulls to the left.',
      vehicle: {
        id: createVehicle.id,
        plate: createVehicle.plate,
        make: 'Fiat',
        model: 'Panda',
        owner: { id: createCustomer.id, firstName: 'Bruno', lastName: 'Bianchi', company: null },
      },
    });
  });

  it('tells whoever based a change on an older version', async () => {
    const { jobCards } = await client.ask(BoardDocument, {});
    const { id } = jobCards.nodes[0]!;
    const change = (priority: 'HIGH' | 'LOW') => ({ id, input: { priority, expectedVersion: 1 } });
    const { updateJobCard } = await client.ask(ChangeJobCardDocument, change('HIGH'));
    expect(updateJobCard).toEqual({ id, version: 2, priority: 'HIGH' });
    expect(await client.refusal(ChangeJobCardDocument, change('LOW'))).toBe('CONFLICT');
  });
});
