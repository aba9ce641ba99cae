import { Arg, Args, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Context } from '../../../../shared/subgraph/context';
import { cancelTransfer } from './cancel-transfer';
import { approveTransfer, rejectTransfer } from './decide-transfer';
import { receiveTransfer } from './receive-transfer';
import { requestTransfer } from './request-transfer';
import { shipTransfer } from './ship-transfer';
import { StockTransfer } from './transfer.entity';
import {
  ApproveTransferArgs,
  CloseTransferArgs,
  ReceiveTransferInput,
  RequestTransferInput,
  ShipTransferInput,
} from './transfer.input';

const ID_OF_TRANSFER = { description: 'The transfer.' };

@Resolver()
export class StockTransferCommands {
  @Mutation(() => StockTransfer, { description: 'Asks for parts from one place for another.' })
  @Permission('transfers:create')
  requestTransfer(
    @Arg('input', { description: 'What, from where, to where.' }) input: RequestTransferInput,
    @Ctx() context: Context,
  ): Promise<StockTransfer> {
    return requestTransfer(context, input);
  }

  @Mutation(() => StockTransfer, {
    description:
      'Grants a transfer, by those who work where it comes from, and reserves all of it there; CONFLICT when there is not ' +
      'enough. Again: nothing happens.',
  })
  @Permission('transfers:approve')
  approveTransfer(@Args() args: ApproveTransferArgs, @Ctx() context: Context): Promise<StockTransfer> {
    return approveTransfer(context, args);
  }

  @Mutation(() => StockTransfer, { description: 'Turns a transfer down. Again: nothing happens.' })
  @Permission('transfers:approve')
  rejectTransfer(@Args() args: CloseTransferArgs, @Ctx() context: Context): Promise<StockTransfer> {
    return rejectTransfer(context, args);
  }

  @Mutation(() => StockTransfer, {
    description: 'Sends off what was approved, or less of it. It is in transit then, and in stock nowhere.',
  })
  @Permission('transfers:update')
  shipTransfer(
    @Arg('id', () => ID, ID_OF_TRANSFER) id: string,
    @Arg('input', { description: 'What leaves.' }) input: ShipTransferInput,
    @Ctx() context: Context,
  ): Promise<StockTransfer> {
    return shipTransfer(context, id, input);
  }

  @Mutation(() => StockTransfer, {
    description:
      'Takes in what arrived, by those who work where it goes; in several parts, if need be. The transfer is RECEIVED when ' +
      'nothing of it is in transit any more.',
  })
  @Permission('transfers:update')
  receiveTransfer(
    @Arg('id', () => ID, ID_OF_TRANSFER) id: string,
    @Arg('input', { description: 'What came.' }) input: ReceiveTransferInput,
    @Ctx() context: Context,
  ): Promise<StockTransfer> {
    return receiveTransfer(context, id, input);
  }

  @Mutation(() => StockTransfer, {
    description:
      'Calls a transfer off before it leaves, and gives free what it holds. Again: nothing happens.',
  })
  @Permission('transfers:cancel')
  cancelTransfer(@Args() args: CloseTransferArgs, @Ctx() context: Context): Promise<StockTransfer> {
    return cancelTransfer(context, args);
  }
}
