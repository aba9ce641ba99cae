import { sql } from '../../../../shared/database/sql';
import type { Given, Transaction } from '../../../../shared/database/transaction';
import { badField } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { StockReference } from '../ledger-types';
import { isOwn } from '../require-place';
import { StockReferenceType } from '../stock.enums';
import { stockLocations } from '../stock-location.loader';
import { StockTransfer, type StockTransferLine } from './transfer.entity';
import { type StockTransferStatus, transferLifecycle } from './transfer.lifecycle';
import { everyTransferLine, transfers, transfersFor } from './transfer.loader';

export interface Step {
  action: string;
  event: `Transfer${'Approved' | 'Rejected' | 'Shipped' | 'Received' | 'Cancelled'}`;
  patch: Given<StockTransfer>;
}

/** Takes a locked transfer to its next state, and tells it. */
export async function moveTransfer(
  tx: Transaction,
  transfer: StockTransfer,
  status: StockTransferStatus,
  { action, event, patch }: Step,
): Promise<void> {
  transferLifecycle.demand(transfer.status, status);
  await tx.update(StockTransfer, transfer, { ...patch, status }, action);
  emitTransfer(tx, event, transfer);
}

export function emitTransfer(
  tx: Transaction,
  name: Step['event'] | 'TransferRequested',
  transfer: StockTransfer,
): void {
  const { id, fromLocationId, toLocationId } = transfer;
  tx.emit({ name, subjectType: 'StockTransfer', subjectId: id, payload: { fromLocationId, toLocationId } });
}

export type End = 'source' | 'destination';

/** Asked before the transaction: whether the caller works at the end that decides. The ends of a transfer never change. */
export async function requireEnd(
  context: Context,
  id: string,
  permission: string,
  ends: readonly End[],
): Promise<void> {
  const transfer = await context.loadOrFail({ ...transfers, permission }, id);
  const places = ends.map((end) => (end === 'source' ? transfer.fromLocationId : transfer.toLocationId));
  const found = await Promise.all(places.map((place) => context.load(stockLocations, place)));
  if (!found.some((place) => place && isOwn(context.identity, place)))
    throw badField('id', 'LOCATION', `This is for those who work at its ${ends.join(' or its ')}.`);
}

export const lockTransfer = (
  tx: Transaction,
  id: string,
  permission: string,
  expectedVersion?: number | null,
): Promise<StockTransfer> => tx.lock(transfersFor(permission), id, expectedVersion);

export const linesOf = (tx: Transaction, transferId: string): Promise<StockTransferLine[]> =>
  tx.rows(
    everyTransferLine,
    sql`t.organisation_id = ${tx.organisationId} and t.transfer_id = ${transferId}`,
    sql`order by t.position`,
  );

export const referenceOf = ({ transferId, id }: StockTransferLine): StockReference => ({
  type: StockReferenceType.TRANSFER,
  id: transferId,
  lineId: id,
});

export const whoActs = ({ identity }: Transaction): string | null =>
  identity.kind === 'USER' ? identity.actorId : null;
