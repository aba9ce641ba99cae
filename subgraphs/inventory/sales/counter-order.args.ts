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
