import { Ctx, Query, Resolver } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { sql } from '../../../shared/database/sql';
import { Context } from '../../../shared/subgraph/context';
import { TaxRate } from './tax-rate.entity';
import { taxRates } from './tax-rate.loader';

/** No organisation has so many; the bound keeps a mistake from filling an answer. */
const MOST = 200;

@Resolver(() => TaxRate)
export class TaxRateResolver {
  @Query(() => [TaxRate], { description: 'The tax rates of the organisation, the highest first.' })
  @Permission('tax:read')
  taxRates(@Ctx() context: Context): Promise<TaxRate[]> {
    return context.reader.rows(taxRates, sql`true`, sql`order by t.percent desc, t.id limit ${MOST}`);
  }
}
