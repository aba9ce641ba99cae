import { spendStatements } from '../../../shared/database/spend-statements';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import type { Context } from '../../../shared/subgraph/context';
import { takeInCustomer } from './create-customer';
import { customerColumns } from './customer.columns';
import type { Customer } from './customer.entity';
import { customers } from './customer.loader';
import { linkCustomer } from './link-customer';
import type { Visitor, VisitorArgs } from './visitor.type';

/** Number, record and link of a new customer are one statement more than record and link of one we know. */
const MORE_FOR_A_NEW_ONE = 1;

/**
 * Somebody who came without an account, known by phone and surname together: families share a phone, and a name
 * alone is anybody's. Known or new, it takes the same statements. Of fifty calls at once, one makes the customer.
 */
export async function takeInVisitor(context: Context, visitor: VisitorArgs): Promise<Visitor> {
  const { serviceCentreId, idempotencyKey, ...facts } = visitor;
  const columns = await customerColumns(context, facts, serviceCentreId);
  const phone = columns.phone!;
  // What is kept under the key is kept for a month, whoever is erased meanwhile: ids alone.
  const command = { operation: 'takeInVisitor', key: idempotencyKey, input: visitor };
  const taken = await context.once(command, async (tx) => {
    await tx.query(
      sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.organisationId} ${phone}`}, 0))`,
    );
    const known = await knownAs(tx, phone, facts);
    if (!known) {
      const made = await takeInCustomer(tx, columns, serviceCentreId);
      return { customerId: made.id, known: false };
    }
    await tx.lock(customers, known.id);
    await spendStatements(tx, MORE_FOR_A_NEW_ONE);
    await linkCustomer(tx, known.id, serviceCentreId);
    tx.audit('recognise', 'Customer', known.id, { serviceCentreId });
    return { customerId: known.id, known: true };
  });
  return { ...taken, phone };
}

/** Of several with this phone and surname, the one with this first name too, or the one who came last. */
async function knownAs(
  tx: Transaction,
  phone: string,
  { firstName, lastName }: Pick<VisitorArgs, 'firstName' | 'lastName'>,
): Promise<Customer | undefined> {
  const sharing = await tx.rows(
    customers,
    sql`t.organisation_id = ${tx.organisationId} and t.phone = ${phone} and t.archived_at is null`,
    sql`order by t.created_at desc, t.id desc limit 100`,
  );
  const namesakes = sharing.filter((each) => sameName(each.lastName, lastName));
  return namesakes.find((each) => sameName(each.firstName, firstName)) ?? namesakes[0];
}

/** Whatever the accents, the case and the hyphens: `D’Amico` is `damico`. */
const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();

const sameName = (a: string, b: string): boolean => nameKey(a) !== '' && nameKey(a) === nameKey(b);
