import { type Sql, sql } from '../../../../shared/database/sql';
import { isId } from '../../../../shared/ids';
import type { Context } from '../../../../shared/subgraph/context';
import { customers } from '../../crm/customer.loader';
import { activeStaff, mayIn } from '../../identity/staff-holding';
import type { Cause } from './facts';
import type { Kind } from './kind';

/** Somebody to be told: a customer, with or without an account, one of the staff, or a supplier. */
export interface Recipient {
  customerId: string | null;
  /** Their account, for what they are told in the application. */
  userId: string | null;
  name: string;
  email: string | null;
  phone: string | null;
  /** Language and region; null for the organisation's. */
  locale: string | null;
}

interface UserRow {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  locale: string | null;
}

export async function recipientsOf(
  context: Context,
  { audience }: Kind,
  { payload }: Cause,
  serviceCentreId: string | null,
): Promise<Recipient[]> {
  switch (audience.to) {
    case 'customer':
      return isId(payload.customerId) ? customerRecipient(context, payload.customerId) : [];
    case 'user':
      return isId(payload[audience.named]) ? staffWhere(context, sql`u.id = ${payload[audience.named]}`) : [];
    case 'staff':
      return staffWhere(context, mayIn(serviceCentreId, audience.holding));
    case 'supplier':
      return isId(payload.supplierId) ? supplierRecipient(context, payload.supplierId) : [];
  }
}

export async function customerRecipient(context: Context, id: string): Promise<Recipient[]> {
  const customer = await context.asSystem(context.identity.organisationId!).load(customers, id);
  if (!customer) return [];
  const [account] = await usersWhere(context, sql`u.customer_id = ${id}`);
  const { firstName, lastName, company, email, phone, language } = customer;
  const name = `${firstName} ${lastName}`.trim() || (company ?? '');
  return [
    {
      customerId: id,
      userId: account?.id ?? null,
      name,
      email,
      phone,
      locale: language ?? account?.locale ?? null,
    },
  ];
}

interface SupplierAddress {
  name: string;
  contactName: string | null;
  email: string | null;
}

/** Suppliers belong to inventory: only that knows where they are written to. */
async function supplierRecipient(context: Context, id: string): Promise<Recipient[]> {
  const selection = 'name contactName email';
  const [found] = await context.peers.entities<SupplierAddress>('inventory', 'Supplier', [id], selection);
  if (!found) return [];
  const { name, contactName, email } = found;
  return [{ customerId: null, userId: null, name: contactName ?? name, email, phone: null, locale: null }];
}

async function staffWhere(context: Context, where: Sql): Promise<Recipient[]> {
  const found = await usersWhere(context, sql`u.customer_id is null and ${where}`);
  return found.map(({ id, ...person }) => ({ ...person, customerId: null, userId: id }));
}

const usersWhere = (context: Context, where: Sql): Promise<UserRow[]> =>
  context.reader.query<UserRow>(
    sql`select u.id, btrim(u.first_name || ' ' || u.last_name) as name, u.email, u.phone, u.locale
        from ${activeStaff(context.identity.organisationId)} and ${where} order by u.id`,
  );
