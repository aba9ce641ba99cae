import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { type PersonalData, together } from '../../../shared/personal-data/personal-data';
import { personalRecords } from '../../../shared/personal-data/personal-records';
import { redactActor } from '../../../shared/personal-data/redact';
import { revokeAccountLinks } from '../identity/revoke-account-links';
import { accounts } from './account.loader';
import { revokeSessions } from './revoke-sessions';
import { dropRecoveryCodes } from './second-factor';
import { sessionsByToken } from './session.loader';

const accountsOf = (customerId: string) => sql`t.customer_id = ${customerId}`;

const sessionsPersonalData = personalRecords({
  section: 'sessions',
  table: 'customer.session',
  type: sessionsByToken,
  of: (
    customerId,
  ) => sql`exists (select from customer.user_account u where u.organisation_id = t.organisation_id
    and u.id = t.user_id and u.customer_id = ${customerId})`,
  erased: () => ({ address: null, userAgent: null }),
});

const records = personalRecords({
  section: 'account',
  table: 'customer.user_account',
  type: accounts,
  of: accountsOf,
  omit: ['passwordHash', 'mfaSecret', 'mfaLastStep', 'allCentres', 'roleId'],
  erased: ({ now }) => ({
    email: null,
    phone: null,
    firstName: 'Erased',
    lastName: '',
    locale: null,
    passwordHash: null,
    mfaSecret: null,
    mfaEnabledAt: null,
    mfaLastStep: null,
    active: false,
    deletedAt: now,
  }),
});

/** Signed out everywhere and shut, before its names are taken. */
const accountPersonalData: PersonalData = {
  ...records,
  async erase(tx, customerId) {
    for (const account of await tx.rows(accounts, accountsOf(customerId), sql`for no key update of t`)) {
      await revokeSessions(tx, account.id, 'DELETED');
      await revokeAccountLinks(tx, account.id);
      await dropRecoveryCodes(tx, account);
      await redactActor(tx, account.id);
    }
    await revokeLinksOf(tx, customerId);
    return records.erase(tx, customerId);
  },
};

const revokeLinksOf = (tx: Transaction, customerId: string) =>
  tx.query(sql`select platform.revoke_links_of(${customerId}, ${tx.now})`);

/** The sessions after they are ended. */
export const signInPersonalData = together(accountPersonalData, sessionsPersonalData);
