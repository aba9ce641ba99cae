import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { addContact, removeContact, updateContact } from './change-contacts';
import { Contact } from './contact.entity';
import { AddContactInput, UpdateContactInput } from './contact.input';
import { Customer } from './customer.entity';

@Resolver(() => Contact)
export class ContactResolver {
  @Mutation(() => Contact, { description: 'Adds a contact to a customer; a customer has at most 50.' })
  @Permission('customers:update')
  addContact(
    @Arg('customerId', () => ID, { description: 'The customer.' }) customerId: string,
    @Arg('input', { description: 'The contact.' }) input: AddContactInput,
    @Ctx() context: Context,
  ): Promise<Contact> {
    return addContact(context, customerId, input);
  }

  @Mutation(() => Contact, { description: 'Changes a contact.' })
  @Permission('customers:update')
  updateContact(
    @Arg('id', () => ID, { description: 'The contact.' }) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateContactInput,
    @Ctx() context: Context,
  ): Promise<Contact> {
    return updateContact(context, id, input);
  }

  @Mutation(() => Customer, { description: 'Removes a contact; answers with its customer.' })
  @Permission('customers:update')
  removeContact(
    @Arg('id', () => ID, { description: 'The contact.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Customer> {
    return removeContact(context, id);
  }
}
