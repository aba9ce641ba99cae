import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Address, addressOf } from '../../../../shared/address';
import type { Row } from '../../../../shared/database/readable';
import { Reads } from '../../../../shared/database/reads';
import { type Connection, connectionOf, PageArgs } from '../../../../shared/paging';
import { Context } from '../../../../shared/subgraph/context';
import { listSuppliers } from './list-suppliers';
import { createSupplier, updateSupplier } from './save-supplier';
import { Supplier } from './supplier.entity';
import { CreateSupplierInput, SupplierFilter, UpdateSupplierInput } from './supplier.input';
import { suppliers } from './supplier.loader';

const SupplierConnection = connectionOf(Supplier, 'Supplier');

@Resolver(() => Supplier)
export class SupplierResolver {
  @Query(() => Supplier, { nullable: true, description: 'One supplier; null when there is none.' })
  @Permission('suppliers:read')
  supplier(
    @Arg('id', () => ID, { description: 'The supplier.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Supplier | null> {
    return context.load(suppliers, id);
  }

  @Query(() => SupplierConnection, { description: 'Whom the organisation buys parts from, by name.' })
  @Permission('suppliers:read')
  suppliers(
    @Arg('filter', () => SupplierFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: SupplierFilter,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Supplier>> {
    return listSuppliers(context, filter, page);
  }

  @Mutation(() => Supplier, { description: 'Takes a supplier in, for all service centres.' })
  @Permission('suppliers:create')
  createSupplier(
    @Arg('input', { description: 'Who it is.' }) input: CreateSupplierInput,
    @Ctx() context: Context,
  ): Promise<Supplier> {
    return createSupplier(context, input);
  }

  @Mutation(() => Supplier, {
    description:
      'Changes a supplier, archives it or takes it back into use. Orders that there are stay as they are.',
  })
  @Permission('suppliers:update')
  updateSupplier(
    @Arg('id', () => ID, { description: 'The supplier.' }) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateSupplierInput,
    @Ctx() context: Context,
  ): Promise<Supplier> {
    return updateSupplier(context, id, input);
  }

  @Reads<Supplier>('street', 'city', 'region', 'postalCode', 'country')
  @FieldResolver(() => Address, { nullable: true, description: 'Postal address; null when unknown.' })
  address(@Root() supplier: Row<Supplier>): Address | null {
    return addressOf(supplier);
  }
}
