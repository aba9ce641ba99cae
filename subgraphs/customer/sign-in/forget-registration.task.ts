import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { defineTask } from '../../../shared/events/task';
import { isId } from '../../../shared/ids';
import { Registration } from './registration.entity';
import { registrations } from './registration.loader';

export const FORGET_REGISTRATION_TASK = 'forget-registration';

/** Runs when the link has ended: of somebody who never came back nothing is kept. */
export const forgetRegistrationTask = defineTask<string>({
  name: FORGET_REGISTRATION_TASK,
  parse({ registrationId }) {
    if (!isId(registrationId)) throw new Error('A job without its registration.');
    return registrationId;
  },
  run: (id, context) => context.transaction((tx) => forgetRegistration(tx, id)),
});

export async function forgetRegistration(tx: Transaction, id: string): Promise<void> {
  const [registration] = await tx.rows(registrations, sql`t.id = ${id}`, sql`for update of t`);
  if (registration) await tx.delete(Registration, registration);
}
