import { ArgsType, Field, registerEnumType } from 'type-graphql';
import { LocalDateScalar } from '../../../../shared/scalars';
import { ReasonArgs, RecordArgs } from '../command.args';

export enum UndeliveredRest {
  REOPEN = 'REOPEN',
  DISMISS = 'DISMISS',
}
registerEnumType(UndeliveredRest, {
  name: 'UndeliveredRest',
  description: 'What becomes of purchase requests that an order did not bring all of.',
  valuesConfig: {
    REOPEN: { description: 'What is missing is open again, to be bought elsewhere.' },
    DISMISS: { description: 'What is missing is given up.' },
  },
});

@ArgsType()
export class SendPurchaseOrderArgs extends RecordArgs {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The day it is expected. Default: as the order says, or as long from now as the supplier usually takes.',
  })
  expectedOn?: string | null;
}

@ArgsType()
export class ClosePurchaseOrderArgs extends ReasonArgs {
  @Field(() => UndeliveredRest, {
    defaultValue: UndeliveredRest.REOPEN,
    description: 'What becomes of the purchase requests that it did not bring all of.',
  })
  rest!: UndeliveredRest;
}
