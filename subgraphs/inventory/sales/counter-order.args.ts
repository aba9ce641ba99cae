import { ArgsType, Field } from 'type-graphql';
import { RecordArgs } from '../purchasing/command.args';

@ArgsType()
export class ProcessCounterOrderArgs extends RecordArgs {
  @Field({
    defaultValue: false,
    description: 'Whether what is not there is left off the order, instead of all of it being refused.',
  })
  partial!: boolean;
}

@ArgsType()
export class CounterOrderReadyArgs extends RecordArgs {
  @Field({
    defaultValue: true,
    description:
      'Whether the customer is told; false when they stand at the counter. Nobody is told of a walk-in’s.',
  })
  notify!: boolean;
}
