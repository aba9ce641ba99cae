import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { Contact } from './contact.entity';
import type { AddContactInput, UpdateContactInput } from './contact.input';
import { emailOf, phoneOf, textOf } from './customer.columns';
import type { Customer } from './customer.entity';
import { changeableContacts, changeableCustomers, contacts, customers } from './customer.loader';

/** Lists of contacts come without pages; this keeps them short. */
const MOST_CONTACTS = 50;

export async function addContact(
  context: Context,
  customerId: string,
  input: AddContactInput,
): Promise<Contact> {
  const columns = await contactColumns(context, input);
  const { id } = await context.once(
    { operation: 'addContact', key: input.idempotencyKey, input: { customerId, ...input } },
    async (tx) => {
      const customer = await tx.lock(changeableCustomers, customerId);
      const others = await contactsOf(tx, customer);
      if (others.length >= MOST_CONTACTS)
        throw badField('customerId', 'TOO_MANY', `A customer has at most ${MOST_CONTACTS} contacts.`);
      const isPrimary = input.isPrimary ?? false;
      if (isPrimary) await stepBack(tx, others);
      const contact = await tx.insert(Contact, {
        ...columns,
        name: input.name.trim(),
        customerId,
        isPrimary,
      });
      announce(tx, customerId);
      return { id: contact.id };
    },
  );
  return context.loadOrFail(contacts, id);
}

export async function updateContact(
  context: Context,
  id: string,
  input: UpdateContactInput,
): Promise<Contact> {
  const columns = await contactColumns(context, input);
  const { customerId } = await context.loadOrFail(contacts, id);
  await context.transaction(async (tx) => {
    const customer = await tx.lock(changeableCustomers, customerId);
    const contact = await tx.lock(changeableContacts, id, input.expectedVersion);
    if (input.isPrimary)
      await stepBack(
        tx,
        (await contactsOf(tx, customer)).filter((other) => other.id !== id),
      );
    const name = input.name === undefined ? undefined : input.name?.trim();
    const isPrimary = input.isPrimary ?? undefined;
    const changed = await tx.update(Contact, contact, { ...columns, name, isPrimary });
    if (changed.version !== contact.version) announce(tx, customerId);
  });
  return context.loadOrFail(contacts, id);
}

export async function removeContact(context: Context, id: string): Promise<Customer> {
  const { customerId } = await context.loadOrFail(contacts, id);
  await context.transaction(async (tx) => {
    await tx.lock(changeableCustomers, customerId);
    await tx.delete(Contact, await tx.lock(changeableContacts, id));
    announce(tx, customerId);
  });
  return context.loadOrFail(customers, customerId);
}

async function contactColumns(context: Context, input: UpdateContactInput): Promise<Partial<Contact>> {
  return {
    relation: textOf(input.relation),
    phone: await phoneOf(context, input.phone, null),
    email: emailOf(input.email),
  };
}

const contactsOf = (tx: Transaction, customer: Customer): Promise<Contact[]> =>
  tx.rows(
    changeableContacts,
    sql`t.organisation_id = ${tx.organisationId} and t.customer_id = ${customer.id}`,
  );

/** Before another becomes the first; the customer's lock keeps two from doing so at once. */
async function stepBack(tx: Transaction, others: Contact[]): Promise<void> {
  for (const other of others) if (other.isPrimary) await tx.update(Contact, other, { isPrimary: false });
}

const announce = (tx: Transaction, customerId: string): void =>
  tx.emit({ name: 'CustomerContactsChanged', subjectType: 'Customer', subjectId: customerId });
