import type { GraphAnswer, GraphClient } from '../harness/client';
import { key } from './stock.fixtures';

export const TRANSFER = `id version number status note closedReason decidedAt shippedAt receivedAt from { id } to { id }
  requestedBy { id } decidedBy { id } shippedBy { id } receivedBy { id }
  lines { quantity shipped received lost inTransit part { id } unitCost { amount } }`;

export interface Line {
  partId: string;
  quantity: string;
}

export interface Transfer {
  id: string;
  version: number;
  number: string;
  status: string;
  lines: { quantity: string; shipped: string; received: string; lost: string; inTransit: string }[];
}

type Answer = { transfer: Transfer };

export const REQUEST = `mutation ($input: RequestTransferInput!) { transfer: requestTransfer(input: $input) { ${TRANSFER} } }`;

export const request = async (
  client: GraphClient,
  from: string,
  to: string,
  lines: Line[],
  input: object = {},
) =>
  (
    await client.ask<Answer>(REQUEST, {
      input: { fromLocationId: from, toLocationId: to, lines, ...input },
    })
  ).transfer;

export type Move = 'approve' | 'reject' | 'cancel' | 'ship' | 'receive';

const DOCUMENTS: Record<Move, string> = {
  approve: `mutation ($id: ID!) { transfer: approveTransfer(id: $id) { ${TRANSFER} } }`,
  reject: `mutation ($id: ID!) { transfer: rejectTransfer(id: $id, reason: " Not now ") { ${TRANSFER} } }`,
  cancel: `mutation ($id: ID!) { transfer: cancelTransfer(id: $id, reason: "Changed our mind") { ${TRANSFER} } }`,
  ship: `mutation ($id: ID!, $input: ShipTransferInput!) { transfer: shipTransfer(id: $id, input: $input) { ${TRANSFER} } }`,
  receive: `mutation ($id: ID!, $input: ReceiveTransferInput!) { transfer: receiveTransfer(id: $id, input: $input) { ${TRANSFER} } }`,
};

export const tryTo = (
  client: GraphClient,
  move: Move,
  id: string,
  input: object = {},
): Promise<GraphAnswer<Answer>> =>
  client.send<Answer>(DOCUMENTS[move], { id, input: { idempotencyKey: key(), ...input } });

export async function doTo(
  client: GraphClient,
  move: Move,
  id: string,
  input: object = {},
): Promise<Transfer> {
  const { data, errors } = await tryTo(client, move, id, input);
  expect(errors).toEqual([]);
  return data.transfer;
}
