import { type Sql, sql } from '../../../shared/database/sql';
import { e164 } from '../../../shared/phone';
import type { Context } from '../../../shared/subgraph/context';
import type { User } from '../identity/user.entity';
import { accounts } from './account.loader';

/** What somebody typed to sign in with, in the one spelling in which it is kept. */
export interface LoginName {
  kind: 'email' | 'phone';
  value: string;
}

/** A phone as they dial it in that country, otherwise taken for an e-mail address. */
export function loginName(typed: string, country: string): LoginName {
  const text = typed.trim();
  const phone = text.includes('@') ? null : e164(text, country);
  return phone ? { kind: 'phone', value: phone } : { kind: 'email', value: text.toLowerCase() };
}

export const isNamed = ({ kind, value }: LoginName): Sql =>
  sql`${kind === 'email' ? sql`t.email` : sql`t.phone`} = ${value} and t.deleted_at is null`;

export async function findAccount(context: Context, name: LoginName): Promise<User | null> {
  const [account] = await context.reader.rows(accounts, isNamed(name));
  return account ?? null;
}
