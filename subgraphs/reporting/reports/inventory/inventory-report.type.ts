import { Field, Int, ObjectType } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Money } from '../../../../shared/money';
import { LocalDateScalar } from '../../../../shared/scalars';
import { PartStub } from '../../stubs/part.stub';
import { StockLocationStub } from '../../stubs/stock-location.stub';
import { SupplierStub } from '../../stubs/supplier.stub';
import type { Reported } from '../report.args';

@ObjectType({ description: 'What lies at a place now.' })
export class StockOfPlace {
  @Field(() => StockLocationStub, { nullable: true, description: 'The place.' })
  @Permission('stock:read')
  location!: StockLocationStub;

  @Field(() => Int, { description: 'Parts that are kept there, of which there may be none.' })
  parts!: number;

  @Field(() => Int, { description: 'Parts of which something is on hand.' })
  onHand!: number;

  @Field(() => Int, { description: 'Parts that are low.' })
  low!: number;

  @Field(() => [Money], {
    nullable: true,
    description:
      'What it cost, of each currency by itself, without what nobody knows the cost of; null to those who may not see costs.',
  })
  @Permission('stock:cost')
  value!: Money[];
}

@ObjectType({ description: 'What lies where now.' })
export class StockStatus {
  @Field(() => [StockOfPlace], { description: 'For each place, at most 500.' })
  places!: StockOfPlace[];

  @Field(() => [Money], {
    nullable: true,
    description: 'What all of it cost, of each currency by itself; null to those who may not see costs.',
  })
  @Permission('stock:cost')
  value!: Money[];
}

@ObjectType({ description: 'What moved for one reason.' })
export class MovementFigures {
  @Field({ description: 'The kind of movement, as the ledger has it: `ISSUE`.' })
  kind!: string;

  @Field(() => Int, { description: 'How many movements.' })
  movements!: number;

  @Field(() => [Money], {
    nullable: true,
    description:
      'What came, or went below zero, at what it cost, each currency by itself; null to those who may not see costs.',
  })
  @Permission('stock:cost')
  value!: Money[];
}

@ObjectType({ description: 'Purchase orders in one state and currency.' })
export class PurchaseOrderFigures {
  @Field({ description: 'The state, as purchase orders have it: `ORDERED`.' })
  status!: string;

  @Field(() => Int, { description: 'How many.' })
  orders!: number;

  @Field(() => Money, { description: 'What they come to.' })
  total!: Money;
}

@ObjectType({ description: 'A part that is low at a place now.' })
export class LowStockItem {
  @Field(() => PartStub, { nullable: true, description: 'The part.' })
  @Permission('parts:read')
  part!: PartStub;

  @Field(() => StockLocationStub, { nullable: true, description: 'The place.' })
  @Permission('stock:read')
  location!: StockLocationStub;

  @Field({ description: 'What is on hand, as a decimal.' })
  onHand!: string;

  @Field({ description: 'What of it nobody has reserved, as a decimal.' })
  available!: string;

  @Field(() => String, { nullable: true, description: 'At or below what it should be bought, as a decimal.' })
  reorderPoint!: string | null;

  @Field(() => String, { nullable: true, description: 'How many are bought at once, as a decimal.' })
  reorderQuantity!: string | null;
}

@ObjectType({ description: 'How a supplier does, by what was ordered on these days.' })
export class SupplierPerformance {
  @Field(() => SupplierStub, { nullable: true, description: 'The supplier.' })
  @Permission('suppliers:read')
  supplier!: SupplierStub;

  @Field(() => Int, { description: 'Orders that were sent to them.' })
  orders!: number;

  @Field(() => Int, { description: 'Of these, those that came whole.' })
  received!: number;

  @Field(() => Int, { description: 'Of these, those that came by the day that they were expected.' })
  onTime!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Days from order to the last receipt, on average, as a decimal.',
  })
  meanDays!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What part of what was ordered has come, as a decimal.',
  })
  fillRate!: string | null;

  @Field(() => [Money], { description: 'What the orders come to, of each currency by itself.' })
  total!: Money[];
}

@ObjectType({ description: 'How the storeroom does.' })
@Permission('reports:read')
export class InventoryReport {
  @Field(() => LocalDateScalar, { description: 'The first day of what has days.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'The last day of what has days.' })
  to!: string;

  reported!: Reported;
}
