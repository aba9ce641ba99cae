import { type Sql, sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { takeInCustomer } from '../crm/create-customer';
import { anyCustomer } from '../crm/customer.loader';
import { linkCustomer } from '../crm/link-customer';
import { accounts } from './account.loader';
import type { LoginName } from './login-name';

/** More than this share an address in no family. */
const MOST_CANDIDATES = 20;

interface Person {
  firstName: string;
  lastName: string;
  locale: string | null;
}

/**
 * The customer whose account it becomes. Whoever has shown that an address is theirs is the one customer who has it.
 * Where several share it, or the one has an account already, nobody can tell which of them it is: a new customer is
 * made, marked for staff of the service centres that know the others, and the registration answers as it always does.
 */
export async function customerForAccount(tx: Transaction, person: Person, shown: LoginName): Promise<string> {
  const known = await tx.rows(
    anyCustomer,
    sql`t.archived_at is null and t.erased_at is null and ${hasAddress(shown)}`,
    sql`order by t.id limit ${MOST_CANDIDATES} for no key update of t`,
  );
  const [only, ...others] = known;
  if (only && others.length === 0 && !(await hasAccount(tx, only.id))) return only.id;
  const made = await takeInCustomer(
    tx,
    {
      firstName: person.firstName,
      lastName: person.lastName,
      language: person.locale,
      [shown.kind]: shown.value,
      possibleDuplicate: known.length > 0,
    },
    null,
  );
  for (const centre of new Set(known.flatMap(({ centres }) => centres)))
    await linkCustomer(tx, made.id, centre);
  return made.id;
}

const hasAddress = ({ kind, value }: LoginName): Sql =>
  kind === 'email' ? sql`t.email = ${value}` : sql`t.phone = ${value}`;

const hasAccount = async (tx: Transaction, customerId: string): Promise<boolean> =>
  (await tx.rows(accounts, sql`t.customer_id = ${customerId} and t.deleted_at is null`)).length > 0;
