import { Arg, Args, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Context } from '../../../../shared/subgraph/context';
import { ReasonArgs, RecordArgs } from '../command.args';
import { createPurchaseOrder } from './create-purchase-order';
import { approvePurchaseOrder, rejectPurchaseOrder } from './decide-purchase-order';
import { cancelPurchaseOrder, closePurchaseOrder } from './end-purchase-order';
import { createPurchaseOrderFromRequests } from './order-requests';
import { ClosePurchaseOrderArgs, SendPurchaseOrderArgs } from './purchase-order.args';
import { PurchaseOrder } from './purchase-order.entity';
import {
  CreatePurchaseOrderInput,
  OrderRequestsInput,
  UpdatePurchaseOrderInput,
} from './purchase-order.input';
import { ReceivePurchaseOrderInput } from './receipt.input';
import { receivePurchaseOrder } from './receive-purchase-order';
import { sendPurchaseOrder } from './send-purchase-order';
import { submitPurchaseOrder } from './submit-purchase-order';
import { updatePurchaseOrder } from './update-purchase-order';

@Resolver(() => PurchaseOrder)
export class PurchaseOrderCommands {
  @Mutation(() => PurchaseOrder, { description: 'Puts an order together.' })
  @Permission('purchaseOrders:create')
  createPurchaseOrder(
    @Arg('input', { description: 'What is to be ordered.' }) input: CreatePurchaseOrderInput,
    @Ctx() context: Context,
  ): Promise<PurchaseOrder> {
    return createPurchaseOrder(context, input);
  }

  @Mutation(() => [PurchaseOrder], {
    description:
      'Puts orders together from purchase requests: one for each supplier, and each place that it is for.',
  })
  @Permission('purchaseOrders:create')
  createPurchaseOrderFromRequests(
    @Arg('input', { description: 'Which requests, and from whom.' }) input: OrderRequestsInput,
    @Ctx() context: Context,
  ): Promise<PurchaseOrder[]> {
    return createPurchaseOrderFromRequests(context, input);
  }

  @Mutation(() => PurchaseOrder, {
    description: 'Changes a draft; later, until all has come, only the day that it is expected on.',
  })
  @Permission('purchaseOrders:update')
  updatePurchaseOrder(
    @Arg('id', () => ID, { description: 'The purchase order.' }) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdatePurchaseOrderInput,
    @Ctx() context: Context,
  ): Promise<PurchaseOrder> {
    return updatePurchaseOrder(context, id, input);
  }

  @Mutation(() => PurchaseOrder, {
    description: 'Submits a draft for approval. Submitted again, it stays as it is.',
  })
  @Permission('purchaseOrders:update')
  submitPurchaseOrder(@Args() args: RecordArgs, @Ctx() context: Context): Promise<PurchaseOrder> {
    return submitPurchaseOrder(context, args);
  }

  @Mutation(() => PurchaseOrder, {
    description:
      'Approves an order that somebody else submitted, or one’s own where nobody else may: otherwise CONFLICT with ' +
      'the reason OWN_ORDER. Approved again, it stays as it is.',
  })
  @Permission('purchaseOrders:approve')
  approvePurchaseOrder(@Args() args: RecordArgs, @Ctx() context: Context): Promise<PurchaseOrder> {
    return approvePurchaseOrder(context, args);
  }

  @Mutation(() => PurchaseOrder, {
    description:
      'Turns an order down; its purchase requests are open again. Rejected again, it stays as it is.',
  })
  @Permission('purchaseOrders:approve')
  rejectPurchaseOrder(@Args() args: ReasonArgs, @Ctx() context: Context): Promise<PurchaseOrder> {
    return rejectPurchaseOrder(context, args);
  }

  @Mutation(() => PurchaseOrder, {
    description:
      'Sends an approved order to its supplier, by e-mail where one is known. Sent again: nothing happens.',
  })
  @Permission('purchaseOrders:update')
  sendPurchaseOrder(@Args() args: SendPurchaseOrderArgs, @Ctx() context: Context): Promise<PurchaseOrder> {
    return sendPurchaseOrder(context, args);
  }

  @Mutation(() => PurchaseOrder, {
    description: 'Takes what came into stock, and gives it to the jobs that wait for it, the longest first.',
  })
  @Permission('purchaseOrders:receive')
  receivePurchaseOrder(
    @Arg('id', () => ID, { description: 'The purchase order.' }) id: string,
    @Arg('input', { description: 'What came.' }) input: ReceivePurchaseOrderInput,
    @Ctx() context: Context,
  ): Promise<PurchaseOrder> {
    return receivePurchaseOrder(context, id, input);
  }

  @Mutation(() => PurchaseOrder, {
    description: 'Gives the rest of an order up of which something came. Closed again, it stays as it is.',
  })
  @Permission('purchaseOrders:update')
  closePurchaseOrder(@Args() args: ClosePurchaseOrderArgs, @Ctx() context: Context): Promise<PurchaseOrder> {
    return closePurchaseOrder(context, args);
  }

  @Mutation(() => PurchaseOrder, {
    description:
      'Calls an order off of which nothing came; its purchase requests are open again. Cancelled again, it stays as it is.',
  })
  @Permission('purchaseOrders:update')
  cancelPurchaseOrder(@Args() args: ReasonArgs, @Ctx() context: Context): Promise<PurchaseOrder> {
    return cancelPurchaseOrder(context, args);
  }
}
