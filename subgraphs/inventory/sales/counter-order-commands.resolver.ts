import { Arg, Args, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { ReasonArgs, RecordArgs } from '../purchasing/command.args';
import { cancelCounterOrder } from './cancel-counter-order';
import { CounterOrderReadyArgs, ProcessCounterOrderArgs } from './counter-order.args';
import { CounterOrder } from './counter-order.entity';
import { CreateCounterOrderInput, UpdateCounterOrderInput } from './counter-order.input';
import { createCounterOrder } from './create-counter-order';
import { deliverCounterOrder, markCounterOrderReady } from './deliver-counter-order';
import { processCounterOrder } from './process-counter-order';
import { updateCounterOrder } from './update-counter-order';

@Resolver()
export class CounterOrderCommands {
  @Mutation(() => CounterOrder, { description: 'Takes an order over the counter down.' })
  @Permission('counterOrders:create')
  createCounterOrder(
    @Arg('input', { description: 'What is sold to whom.' }) input: CreateCounterOrderInput,
    @Ctx() context: Context,
  ): Promise<CounterOrder> {
    return createCounterOrder(context, input);
  }

  @Mutation(() => CounterOrder, {
    description:
      'Changes an order that is PENDING; later, until it is handed over, only for whom it is and its notes (CONFLICT, ' +
      'reason NOT_PENDING).',
  })
  @Permission('counterOrders:update')
  updateCounterOrder(
    @Arg('id', () => ID, { description: 'The order.' }) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateCounterOrderInput,
    @Ctx() context: Context,
  ): Promise<CounterOrder> {
    return updateCounterOrder(context, id, input);
  }

  @Mutation(() => CounterOrder, {
    description:
      'Reserves the parts of an order, all of them or none: CONFLICT, reason INSUFFICIENT_STOCK, with `lines` that are ' +
      'short. With `partial`, what is not there is left off the order (reason NOTHING_THERE where that is all of it). ' +
      'Again, it reserves what a count has taken away meanwhile.',
  })
  @Permission('counterOrders:update')
  processCounterOrder(@Args() args: ProcessCounterOrderArgs, @Ctx() context: Context): Promise<CounterOrder> {
    return processCounterOrder(context, args);
  }

  @Mutation(() => CounterOrder, {
    description:
      'Says that an order lies ready to be taken away, and tells its customer. CONFLICT, reason INSUFFICIENT_STOCK, where a count has taken from ' +
      'what was reserved. Again: nothing happens.',
  })
  @Permission('counterOrders:update')
  markCounterOrderReady(@Args() args: CounterOrderReadyArgs, @Ctx() context: Context): Promise<CounterOrder> {
    return markCounterOrderReady(context, args);
  }

  @Mutation(() => CounterOrder, {
    description:
      'Hands an order over: its parts leave the stock, and a draft of its invoice is made. Again: nothing happens.',
  })
  @Permission('counterOrders:update')
  deliverCounterOrder(@Args() args: RecordArgs, @Ctx() context: Context): Promise<CounterOrder> {
    return deliverCounterOrder(context, args);
  }

  @Mutation(() => CounterOrder, {
    description:
      'Calls an order off before it is handed over; what was reserved for it is free again. Again: nothing happens.',
  })
  @Permission('counterOrders:cancel')
  cancelCounterOrder(@Args() args: ReasonArgs, @Ctx() context: Context): Promise<CounterOrder> {
    return cancelCounterOrder(context, args);
  }
}
