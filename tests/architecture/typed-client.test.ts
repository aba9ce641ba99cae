import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
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

interface Answer<Data> {
  data: Data;
  errors?: { extensions: { code: string } }[];
}

/** What any client does with a typed document: variables and answer have the types that the graph gives them. */
async function send<Data, Variables>(
  url: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  token?: string,
): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query: print(document), variables }),
  });
  return (await response.json()) as Answer<Data>;
}

describe('the documents of the client guide, typed', () => {
  const graph = useGraph();
  let shop: Shop;
  let token: string;

  const request = async <Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ) => {
    const { data, errors } = await send(graph.url, document, variables, token);
    expect(errors).toBeUndefined();
    return data;
  };

  beforeAll(async () => {
    shop = await graph.shop();
  });

  it('signs in with the refresh token in the body, and refreshes', async () => {
    const { login } = await request(SignInDocument, {
      input: {
        login: shop.admin.email,
        password: shop.admin.password,
        organisation: shop.slug,
        tokenDelivery: 'BODY',
      },
    });
    expect(login.user).toEqual({ id: shop.admin.id, firstName: 'Ada', lastName: 'Admin' });
    const { refreshSession } = await request(RefreshDocument, {
      refreshToken: login.refreshToken,
    });
    expect(Date.parse(refreshSession.expiresAt)).toBeGreaterThan(Date.now());
    expect(refreshSession.refreshToken).not.toBe(login.refreshToken);
    token = refreshSession.accessToken;
  });

  it('takes in a customer with a car, once however often it is sent, and shows the job on the board', async () => {
    const serviceCentreId = shop.centres[0]!;
    const customer = {
      firstName: 'Bruno',
      lastName: 'Bianchi',
      serviceCentreId,
      idempotencyKey: 'guide-customer',
    };
    const { createCustomer } = await request(TakeInCustomerDocument, { input: customer });
    const again = await request(TakeInCustomerDocument, { input: customer });
    expect(again.createCustomer).toEqual(createCustomer);
    const { createVehicle } = await request(TakeInVehicleDocument, {
      input: {
        make: 'Fiat',
        model: 'Panda',
        plate: { number: 'AB 123 CD', country: 'IT' },
        ownerId: createCustomer.id,
        serviceCentreId,
      },
    });
    const { createJobCard } = await request(OpenJobCardDocument, {
      input: { vehicleId: createVehicle.id, complaint: 'It pulls to the left.', serviceCentreId },
    });
    const { jobCards } = await request(BoardDocument, { filter: { customerId: createCustomer.id } });
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
    const { jobCards } = await request(BoardDocument, {});
    const { id } = jobCards.nodes[0]!;
    const change = (priority: 'HIGH' | 'LOW') =>
      send(graph.url, ChangeJobCardDocument, { id, input: { priority, expectedVersion: 1 } }, token);
    expect((await change('HIGH')).data.updateJobCard).toEqual({ id, version: 2, priority: 'HIGH' });
    expect((await change('LOW')).errors?.[0]?.extensions.code).toBe('CONFLICT');
  });
});
