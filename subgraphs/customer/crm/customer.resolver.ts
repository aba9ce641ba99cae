import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { reachOf } from '../../../shared/access/identity';
import { Permission } from '../../../shared/access/permission';
import { Address } from '../../../shared/address';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { archiveCustomer, restoreCustomer, updateCustomer } from './change-customer';
import { Contact } from './contact.entity';
import { createCustomer } from './create-customer';
import { Customer } from './customer.entity';
import {
  CreateCustomerInput,
  CustomerFilter,
  CustomerOrder,
  FindCustomerInput,
  UpdateCustomerInput,
} from './customer.input';
import { contacts, customers } from './customer.loader';
import { findCustomer } from './find-customer';
import { listCustomers } from './list-customers';

const CustomerConnection = connectionOf(Customer, 'Customer');
const ID_OF_CUSTOMER = { description: 'The customer.' };

@Resolver(() => Customer)
export class CustomerResolver {
  @Query(() => Customer, {
    nullable: true,
    description: 'One customer; null when there is none that you may see.',
  })
  @Permission('customers:read')
  customer(
    @Arg('id', () => ID, ID_OF_CUSTOMER) id: string,
    @Ctx() context: Context,
  ): Promise<Customer | null> {
    return context.load(customers, id);
  }

  @Query(() => CustomerConnection, { description: 'The customers that you may see.' })
  @Permission('customers:read')
  customers(
    @Arg('filter', () => CustomerFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: CustomerFilter,
    @Arg('orderBy', () => CustomerOrder, {
      defaultValue: CustomerOrder.NEWEST,
      description: 'In which order.',
    })
    orderBy: CustomerOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Customer>> {
    return listCustomers(context, filter, orderBy, page);
  }

  @Mutation(() => Customer, { description: 'Takes a customer in.' })
  @Permission('customers:create')
  createCustomer(
    @Arg('input', { description: 'What is known about them.' }) input: CreateCustomerInput,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return createCustomer(context, input);
  }

  @Mutation(() => Customer, { description: 'Changes what is known about a customer.' })
  @Permission('customers:update')
  updateCustomer(
    @Arg('id', () => ID, ID_OF_CUSTOMER) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateCustomerInput,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return updateCustomer(context, id, input);
  }

  @Mutation(() => Customer, {
    description: 'Archives a customer: they leave the lists and keep their history. Again: nothing happens.',
  })
  @Permission('customers:archive')
  archiveCustomer(
    @Arg('id', () => ID, ID_OF_CUSTOMER) id: string,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return archiveCustomer(context, id);
  }

  @Mutation(() => Customer, { description: 'Takes an archived customer back into use.' })
  @Permission('customers:archive')
  restoreCustomer(
    @Arg('id', () => ID, ID_OF_CUSTOMER) id: string,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return restoreCustomer(context, id);
  }

  @Mutation(() => [Customer], {
    description:
      'Looks customers of the whole organisation up by their exact phone or e-mail, and opens those found to ' +
      'the service centre that asks. Each look-up is written to the audit log.',
  })
  @Permission('customers:link')
  findCustomer(
    @Arg('input', { description: 'What is known of them in full.' }) input: FindCustomerInput,
    @Ctx() context: Context,
  ): Promise<Customer[]> {
    return findCustomer(context, input);
  }

  @Reads<Customer>('firstName', 'lastName', 'company')
  @FieldResolver(() => String, {
    description: 'What to call them: the person’s name, or else the company’s.',
  })
  displayName(@Root() { firstName, lastName, company }: Row<Customer>): string {
    return `${firstName} ${lastName}`.trim() || (company ?? '');
  }

  @Reads<Customer>('street', 'city', 'region', 'postalCode', 'country')
  @FieldResolver(() => Address, { nullable: true, description: 'Postal address; null when none is known.' })
  address(@Root() customer: Row<Customer>): Address | null {
    const { street, city, region, postalCode, country } = customer;
    const known = street ?? city ?? region ?? postalCode ?? country;
    return known === null ? null : { street, city, region, postalCode, country };
  }

  @Reads<Customer>('notes')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Notes of the shop. Null for customers, who do not see them.',
  })
  notes(@Root() customer: Row<Customer>, @Ctx() context: Context): string | null {
    return reachOf(context.identity, 'customers:read') === 'all' ? customer.notes : null;
  }

  @Reads<Customer>('possibleDuplicate')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether they registered themselves with an address that others have, and may be one of those: look, and say ' +
      'so with `updateCustomer`. Null for customers, who do not see it.',
  })
  possibleDuplicate(@Root() customer: Row<Customer>, @Ctx() context: Context): boolean | null {
    return reachOf(context.identity, 'customers:read') === 'all' ? customer.possibleDuplicate : null;
  }

  @Reads<Customer>('id')
  @FieldResolver(() => [Contact], { description: 'Whom else to talk to, first added first.' })
  contacts(@Root() customer: Row<Customer>, @Ctx() context: Context): Promise<Contact[]> {
    return context.childrenOf(contacts, 'customerId', customer.id, { by: ['createdAt'], descending: false });
  }
}
