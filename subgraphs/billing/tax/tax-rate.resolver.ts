import { IsInt, IsOptional } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { join, sql } from '../../../shared/database/sql';
import { LocalDateScalar } from '../../../shared/scalars';
import { Context } from '../../../shared/subgraph/context';
import { createTaxRate, retireTaxRate } from './change-tax-rates';
import { TaxRate } from './tax-rate.entity';
import { CreateTaxRateInput, TaxRateFilter } from './tax-rate.input';
import { taxRates } from './tax-rate.loader';

/** No organisation has so many; the bound keeps a mistake from filling an answer. */
const MOST = 200;

@ArgsType()
class RetireArgs {
  @Field(() => ID, { description: 'The tax rate.' })
  id!: string;

  @Field(() => LocalDateScalar, { description: 'The last day that it is in force.' })
  lastDay!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@Resolver(() => TaxRate)
export class TaxRateResolver {
  @Query(() => [TaxRate], {
    description: 'The tax rates of the organisation, past, present and future, the highest first.',
  })
  @Permission('tax:read')
  taxRates(
    @Arg('filter', () => TaxRateFilter, { defaultValue: {}, description: 'Which of them.' })
    { on, category }: TaxRateFilter,
    @Ctx() context: Context,
  ): Promise<TaxRate[]> {
    const where = [sql`true`];
    if (on) where.push(sql`t.valid_from <= ${on} and (t.valid_to is null or t.valid_to >= ${on})`);
    if (category) where.push(sql`t.category = ${category}`);
    const tail = sql`order by t.percent desc, t.valid_from desc, t.id limit ${MOST}`;
    return context.reader.rows(taxRates, join(where, ' and '), tail);
  }

  @Reads<TaxRate>('replacesId')
  @FieldResolver(() => TaxRate, {
    nullable: true,
    description: 'The rate that it followed; null for the first.',
  })
  replaces(@Root() { replacesId }: Row<TaxRate>, @Ctx() context: Context): Promise<TaxRate | null> | null {
    return replacesId ? context.load(taxRates, replacesId) : null;
  }

  @Mutation(() => TaxRate, {
    description:
      'Enters a tax rate. A rate never changes: one with a new percentage follows it, from its first day.',
  })
  @Permission('tax:create')
  createTaxRate(
    @Arg('input', { description: 'The rate.' }) input: CreateTaxRateInput,
    @Ctx() context: Context,
  ): Promise<TaxRate> {
    return createTaxRate(context, input);
  }

  @Mutation(() => TaxRate, {
    description: 'Ends a tax rate. Documents that were issued are not touched; drafts must choose another.',
  })
  @Permission('tax:update')
  retireTaxRate(@Args() args: RetireArgs, @Ctx() context: Context): Promise<TaxRate> {
    return retireTaxRate(context, args);
  }
}
