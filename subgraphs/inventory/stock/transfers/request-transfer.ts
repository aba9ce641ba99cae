import { badField } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { quantityOf } from '../../catalogue/quantity';
import { given } from '../../given';
import { isOwn, requireLocation, requirePart } from '../require-place';
import { emitTransfer, whoActs } from './move-transfer';
import { transferNumber } from './number';
import { StockTransfer, StockTransferLine } from './transfer.entity';
import type { RequestTransferInput, TransferLineInput } from './transfer.input';
import { transferLifecycle } from './transfer.lifecycle';
import { transfers } from './transfer.loader';

export async function requestTransfer(context: Context, input: RequestTransferInput): Promise<StockTransfer> {
  await requireEnds(context, input);
  const lines = await wantedLines(context, input.lines);
  const { fromLocationId, toLocationId, note } = input;
  const { id } = await context.once(
    { operation: 'requestTransfer', key: input.idempotencyKey, input },
    async (tx) => {
      const count = await tx.nextNumber(tx.organisationId, 'transfer');
      const transfer = await tx.insert(StockTransfer, {
        number: transferNumber(count),
        fromLocationId,
        toLocationId,
        note: given(note, (text) => text.trim()),
        status: transferLifecycle.initial,
        requestedById: whoActs(tx),
      });
      for (const line of lines)
        await tx.insert(StockTransferLine, {
          ...line,
          transferId: transfer.id,
          shipped: '0',
          received: '0',
          lost: '0',
        });
      emitTransfer(tx, 'TransferRequested', transfer);
      return { id: transfer.id };
    },
  );
  return context.loadOrFail(transfers, id);
}

/** Both ends are there to see, and one of them is the caller's own. */
async function requireEnds(
  context: Context,
  { fromLocationId, toLocationId }: RequestTransferInput,
): Promise<void> {
  const [from, to] = await Promise.all([
    requireLocation(context, fromLocationId, 'input.fromLocationId'),
    requireLocation(context, toLocationId, 'input.toLocationId'),
  ]);
  if (from.id === to.id) throw badField('input.toLocationId', 'SAME', 'A transfer goes to another place.');
  if (!isOwn(context.identity, from) && !isOwn(context.identity, to))
    throw badField('input.toLocationId', 'LOCATION', 'You work at neither end of this.');
}

async function wantedLines(context: Context, lines: readonly TransferLineInput[]) {
  const known = new Set<string>();
  return Promise.all(
    lines.map(async ({ partId, quantity }, position) => {
      const path = `input.lines.${position}`;
      if (known.has(partId.toLowerCase())) throw badField(`${path}.partId`, 'TWICE', 'Name each part once.');
      known.add(partId.toLowerCase());
      const part = await requirePart(context, partId, `${path}.partId`);
      return { position, partId, quantity: quantityOf(quantity, part.unit, `${path}.quantity`).toFixed() };
    }),
  );
}
