import { Decimal } from 'decimal.js';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Money } from '../../../shared/money';
import { Context } from '../../../shared/subgraph/context';
import { Part } from '../catalogue/part.entity';
import { parts } from '../catalogue/part.loader';
import { costFor, costOfColumns } from '../stock/cost';
import { everyReservation } from '../stock/stock.loader';
import { CounterOrderLine } from './counter-order-line.entity';

@Resolver(() => CounterOrderLine)
export class CounterOrderLineResolver {
  @Reads<CounterOrderLine>('partId')
  @FieldResolver(() => Part, { nullable: true, description: 'The part; null when not yours to see.' })
  @Permission('parts:read')
  part(@Root() { partId }: Row<CounterOrderLine>, @Ctx() context: Context): Promise<Part | null> {
    return context.load(parts, partId);
  }

  @Reads<CounterOrderLine>('unitPriceMinor', 'currency')
  @FieldResolver(() => Money, { description: 'Price of one.' })
  unitPrice(@Root() { unitPriceMinor, currency }: Row<CounterOrderLine>): Money {
    return new Money(unitPriceMinor, currency);
  }

  @Reads<CounterOrderLine>('discountMinor', 'currency')
  @FieldResolver(() => Money, {
    nullable: true,
    description: 'Amount that is taken off the line; null where it is a percentage or nothing.',
  })
  discount(@Root() { discountMinor, currency }: Row<CounterOrderLine>): Money | null {
    return Money.ofColumns(discountMinor, currency);
  }

  @Reads<CounterOrderLine>('amountMinor', 'currency')
  @FieldResolver(() => Money, { description: 'What the line comes to, after its discount.' })
  amount(@Root() { amountMinor, currency }: Row<CounterOrderLine>): Money {
    return new Money(amountMinor, currency);
  }

  @Reads<CounterOrderLine>('id')
  @FieldResolver(() => String, {
    description:
      'How much is held for it: less than is sold where a count found less, until the order is processed again.',
  })
  async reserved(@Root() { id }: Row<CounterOrderLine>, @Ctx() context: Context): Promise<string> {
    const order = { by: ['createdAt' as const], descending: false };
    const held = await context.childrenOf(everyReservation, 'referenceLineId', id, order);
    return held.reduce((sum, { quantity }) => sum.plus(quantity), new Decimal(0)).toFixed();
  }

  @Reads<CounterOrderLine>('unitCost', 'costCurrency')
  @FieldResolver(() => Money, {
    nullable: true,
    description:
      'What one of it cost the shop when it was handed over, rounded; null before, or when nobody knew.',
  })
  @Permission('stock:cost')
  unitCost(@Root() { unitCost, costCurrency }: Row<CounterOrderLine>): Money | null {
    const cost = costOfColumns(unitCost, costCurrency);
    return cost && costFor(cost);
  }
}
