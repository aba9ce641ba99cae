import type { Parts } from '../../../../shared/subgraph/parts';
import { StockTransfer, StockTransferLine } from './transfer.entity';
import { transferReference } from './transfer.reference';
import { StockTransferLineResolver, StockTransferResolver } from './transfer.resolver';
import { StockTransferCommands } from './transfer-commands.resolver';
import { transfersInvariants } from './transfers.invariants';

/** Parts on their way from one place to another. */
export const transfersParts = {
  entities: [StockTransfer, StockTransferLine],
  resolvers: [StockTransferResolver, StockTransferLineResolver, StockTransferCommands],
  references: [transferReference],
  invariants: transfersInvariants,
} satisfies Parts;
