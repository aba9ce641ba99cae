import { requireOrganisation } from '../../../shared/access/identity';
import { badInput } from '../../../shared/errors';
import { phoneColumn } from '../../../shared/phone';
import { passwordProblems } from '../../../shared/security/password-policy';
import { hashPassword } from '../../../shared/security/passwords';
import type { Context } from '../../../shared/subgraph/context';
import { organisations } from './organisation.loader';
import type { User } from './user.entity';
import { canonicalLocale } from './validation';

interface Given {
  firstName?: string;
  lastName?: string;
  email?: string | null;
  phone?: string | null;
  locale?: string | null;
}

/** Input as the columns hold it. National phones are read as they are dialled in `country`. */
export function personColumns(given: Given, country: string, path: string): Partial<User> {
  const { firstName, lastName, email, phone, locale } = given;
  return {
    firstName: firstName?.trim(),
    lastName: lastName?.trim(),
    email: email?.trim().toLowerCase() ?? email,
    phone: phoneColumn(phone, country, `${path}.phone`),
    locale: canonicalLocale(locale),
  };
}

export async function ownCountry(context: Context): Promise<string> {
  const organisation = await context.loadOrFail(organisations, requireOrganisation(context.identity));
  return organisation.country;
}

/** The hash of a password that the policy lets pass. Slow on purpose: not while a transaction is open. */
export async function hashChosen(password: string, person: Given, path: string): Promise<string> {
  const name = [person.firstName, person.lastName].filter(Boolean).join(' ');
  const problems = passwordProblems(password, { email: person.email, name });
  if (problems.length) throw badInput(problems.map((problem) => ({ path, ...problem })));
  return hashPassword(password);
}
