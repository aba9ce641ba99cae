import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { conflict } from '../../../shared/errors';
import { linkInvalid, useLink } from '../../../shared/links/links';
import type { Context } from '../../../shared/subgraph/context';
import { customers } from '../crm/customer.loader';
import { organisations } from '../identity/organisation.loader';
import { RoleKind } from '../identity/role.entity';
import { roles } from '../identity/role.loader';
import { User } from '../identity/user.entity';
import { hashChosen } from '../identity/user-values';
import { MessageChannel } from '../messages/channels';
import { accounts } from './account.loader';
import { requireSelfRegistration } from './entrance';
import { forgetRegistration } from './forget-registration.task';
import { type HeldLink, holdLink, PURPOSES } from './held-link';
import { isNamed, type LoginName } from './login-name';
import { customerForAccount } from './match-customer';
import type { RegisteredPerson } from './registration.entity';
import { registrations } from './registration.loader';
import { choosePassword } from './reset-password';

const PASSWORD = 'input.password';

/** An account to make: who it is for, and by which names they sign in. */
type NewAccount = Pick<User, 'email' | 'phone' | 'firstName' | 'lastName' | 'locale'>;

/** Whose account it becomes: known from an invitation, otherwise found by the address that was shown to be theirs. */
type Owner = { customerId: string } | { shown: LoginName };

interface Applicant {
  account: NewAccount;
  owner: Owner;
}

/** What the link allows: a new account, or the first password of one that was made. */
export async function completeRegistration(context: Context, token: string, password: string): Promise<void> {
  const held = await holdLink(context, token);
  switch (held.link.purpose) {
    case PURPOSES.userInvitation:
      return choosePassword(held, password, PASSWORD, 'accept invitation');
    case PURPOSES.customerInvitation:
      return makeAccount(held, password, await invitedCustomer(held));
    case PURPOSES.emailVerification:
    case PURPOSES.phoneVerification:
      return makeAccount(held, password, await registeredPerson(held));
    default:
      throw linkInvalid();
  }
}

/** The customer as staff keep them, by those of their addresses with which nobody signs in yet. */
async function invitedCustomer({ link, context }: HeldLink): Promise<Applicant> {
  const customer = await context.asSystem(context.identity.organisationId!).load(customers, link.record_id);
  if (!customer || customer.archivedAt) throw linkInvalid();
  const email = await ifFree(context, { kind: 'email', value: customer.email ?? '' });
  const phone = await ifFree(context, { kind: 'phone', value: customer.phone ?? '' });
  if (!email && !phone)
    throw conflict('Another account has this e-mail or phone. Ask the organisation to correct yours.');
  return {
    account: {
      email,
      phone,
      firstName: (customer.firstName || customer.company || customer.code).slice(0, 80),
      lastName: customer.lastName.slice(0, 80),
      locale: customer.language,
    },
    owner: { customerId: customer.id },
  };
}

async function ifFree(context: Context, name: LoginName): Promise<string | null> {
  if (!name.value) return null;
  const [taken] = await context.reader.rows(accounts, isNamed(name));
  return taken ? null : name.value;
}

async function registeredPerson({ link, context }: HeldLink): Promise<Applicant> {
  requireSelfRegistration(await context.loadOrFail(organisations, context.identity.organisationId!));
  const registration = await context.load(registrations, link.record_id);
  if (!registration) throw linkInvalid();
  const { login, ...person } = JSON.parse(registration.person) as RegisteredPerson;
  const kind = registration.channel === MessageChannel.EMAIL ? 'email' : 'phone';
  const names = { email: null, phone: null, [kind]: login };
  return { account: { ...person, ...names }, owner: { shown: { kind, value: login } } };
}

async function makeAccount(
  { link, context }: HeldLink,
  password: string,
  { account, owner }: Applicant,
): Promise<void> {
  const passwordHash = await hashChosen(password, account, PASSWORD);
  await context.transaction(async (tx) => {
    await useLink(tx, link.id);
    const customerId =
      'shown' in owner ? await customerForAccount(tx, account, owner.shown) : owner.customerId;
    const user = await tx.insert(User, {
      ...account,
      customerId,
      passwordHash,
      passwordChangedAt: tx.now,
      roleId: await customerRole(tx),
      allCentres: false,
      active: true,
    });
    // What was kept until the address was shown to be theirs is in the account now.
    await forgetRegistration(tx, link.record_id);
    tx.emit({
      name: 'CustomerRegistered',
      subjectType: 'User',
      subjectId: user.id,
      payload: { customerId, proof: link.purpose },
    });
  });
}

async function customerRole(tx: Transaction): Promise<string> {
  const [role] = await tx.rows(roles, sql`t.kind = ${RoleKind.CUSTOMER}`);
  return role!.id;
}
