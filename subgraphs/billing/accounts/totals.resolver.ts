import { GraphQLSafeInt } from 'graphql-scalars';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Money } from '../../../shared/money';
import { Context } from '../../../shared/subgraph/context';
import { CustomerStub } from '../stubs/customer.stub';
import { settingsOf } from '../tax/billing-settings.loader';
import { pointsFor, spent, totalsOf } from './totals';

@Resolver(() => CustomerStub)
export class CustomerTotalsResolver {
  @FieldResolver(() => [Money], {
    nullable: true,
    description:
      'What the customer has paid of the invoices that you see, less what was credited or given back: an amount for ' +
      'each currency, none where nothing is. What is kept as their balance is not spent yet.',
  })
  @Permission('invoices:read')
  async totalSpent(@Root() { id }: Row<CustomerStub>, @Ctx() context: Context): Promise<Money[]> {
    return spent(await totalsOf(context, id));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many invoices that you see were issued to the customer and not wholly taken back.',
  })
  @Permission('invoices:read')
  async totalOrders(@Root() { id }: Row<CustomerStub>, @Ctx() context: Context): Promise<number> {
    return (await totalsOf(context, id)).reduce((sum, { orders }) => sum + orders, 0);
  }

  @FieldResolver(() => GraphQLSafeInt, {
    nullable: true,
    description:
      'Points for `totalSpent`, by `BillingSettings.loyaltyPointsPerUnit`: whole ones. What is credited or given back ' +
      'takes them back.',
  })
  @Permission('invoices:read')
  async loyaltyPoints(@Root() { id }: Row<CustomerStub>, @Ctx() context: Context): Promise<number> {
    const [totals, { loyaltyPointsPerUnit }] = await Promise.all([
      totalsOf(context, id),
      settingsOf(context),
    ]);
    return pointsFor(totals, loyaltyPointsPerUnit);
  }
}
