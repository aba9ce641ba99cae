import { requireReach } from '../../../shared/access/identity';
import { badField } from '../../../shared/errors';
import { Money } from '../../../shared/money';
import type { Context } from '../../../shared/subgraph/context';
import { accountFor, type Entry, entriesOf, type Overdue, overdueOf, type Period } from './account-entries';
import type { CustomerAccount, CustomerStatement, StatementLine } from './customer-statement.type';

/** A statement is read by a person: who needs more asks for one period after the other. */
const MOST_LINES = 2_000;

/** Null of a customer whom the caller does not see. */
export async function customerStatement(
  context: Context,
  customerId: string,
  period: Period,
): Promise<CustomerStatement | null> {
  const { from, to } = period;
  if (to && to < from) throw badField('to', 'BEFORE_FROM', 'A period ends on the day it begins, or later.');
  const reach = requireReach(context.identity, 'statements:read');
  if (reach === 'own' && context.identity.customerId !== customerId.toLowerCase()) return null;
  const account = accountFor(context, customerId, reach);
  const [seen] = await context.peers.entities<{ id: string }>('customer', 'Customer', [customerId], 'id');
  if (!seen) return null;
  const [entries, overdue] = await Promise.all([
    context.reader.query<Entry>(entriesOf(account, period, MOST_LINES + 1)),
    context.reader.query<Overdue>(overdueOf(account, period, context.kernel.clock.now())),
  ]);
  const openings = entries.filter(({ kind }) => kind === null);
  if (entries.length - openings.length > MOST_LINES)
    throw badField(
      'from',
      'TOO_LONG',
      `That is more than ${MOST_LINES} movements: ask for a shorter period.`,
    );
  const accounts = openings
    .sort((one, other) => (one.currency < other.currency ? -1 : 1))
    .map((opening) =>
      accountOf(
        opening,
        entries.filter(({ kind, currency }) => kind !== null && currency === opening.currency),
        overdue.find(({ currency }) => currency === opening.currency),
      ),
    );
  return { customerId, from, to, accounts };
}

function accountOf(opening: Entry, entries: readonly Entry[], overdue: Overdue | undefined): CustomerAccount {
  const { currency } = opening;
  const money = (minorUnits: number) => new Money(minorUnits, currency);
  let balance = opening.debit - opening.credit;
  const lines = entries.map(({ debit, credit, kind, ...entry }): StatementLine => {
    balance += debit - credit;
    return { ...entry, kind: kind!, debit: money(debit), credit: money(credit), balance: money(balance) };
  });
  return {
    currency,
    opening: money(opening.debit - opening.credit),
    lines,
    closing: money(balance),
    overdue: {
      total: money(overdue?.total ?? 0),
      days1To30: money(overdue?.days1To30 ?? 0),
      days31To60: money(overdue?.days31To60 ?? 0),
      days61To90: money(overdue?.days61To90 ?? 0),
      over90Days: money(overdue?.over90Days ?? 0),
    },
  };
}
