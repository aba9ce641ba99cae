import { Field, ID, ObjectType } from 'type-graphql';
import { ViewColumn, ViewEntity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { decimalText } from '../../../shared/database/decimal-column';

@ObjectType({
  description:
    'Old units that have not come back yet, of one line of a job or of an order over the counter: as many as were handed ' +
    'out and kept, less those that came back. Of parts that have a deposit at this time.',
})
@Permission('coreReturns:read')
@ViewEntity({ schema: 'inventory', name: 'outstanding_core', synchronize: false })
export class OutstandingCore {
  @ViewColumn()
  organisationId!: string;

  @Field(() => ID, { description: 'The line’s: unique in the whole graph.' })
  @ViewColumn()
  id!: string;

  @Field({
    description: 'Since when: when the new ones were handed over, of a job the first of the line.',
  })
  @ViewColumn()
  handedOverAt!: Date;

  @ViewColumn()
  serviceCentreId!: string;

  @ViewColumn()
  customerId!: string | null;

  @ViewColumn()
  partId!: string;

  @ViewColumn()
  jobCardId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of a part of a job, what `recordCoreReturn` takes; null for another way.',
  })
  @ViewColumn()
  jobPartId!: string | null;

  @ViewColumn()
  counterOrderId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of an order over the counter, what `recordCoreReturn` takes; null for another way.',
  })
  @ViewColumn()
  counterOrderLineId!: string | null;

  @Field(() => String, { description: 'How many are to come, as a decimal in the part’s unit.' })
  @ViewColumn({ transformer: decimalText })
  quantity!: string;

  @ViewColumn()
  depositMinor!: number;

  @ViewColumn()
  currency!: string;
}
