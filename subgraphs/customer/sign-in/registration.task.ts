import { requireOrganisation } from '../../../shared/access/identity';
import { addSeconds } from '../../../shared/clock';
import type { Transaction } from '../../../shared/database/transaction';
import { defineTask } from '../../../shared/events/task';
import { createLink } from '../../../shared/links/links';
import type { Context } from '../../../shared/subgraph/context';
import { organisations } from '../identity/organisation.loader';
import { MessageChannel } from '../messages/channels';
import { linkAddress } from '../messages/link-address';
import { queueMessage, wasQueued } from '../messages/send';
import { accounts } from './account.loader';
import { FORGET_REGISTRATION_TASK } from './forget-registration.task';
import { PURPOSES } from './held-link';
import { isNamed, type LoginName } from './login-name';
import { type RegisteredPerson, Registration } from './registration.entity';
import { openRequest, parseSealedJob, type SealedJob } from './sealed-job';

export const REGISTRATION_TASK = 'registration';
const LINK_SECONDS = 24 * 60 * 60;

export interface RegistrationRequest {
  name: LoginName;
  firstName: string;
  lastName: string;
  locale: string | null;
}

export const registrationTask = defineTask<SealedJob>({
  name: REGISTRATION_TASK,
  parse: parseSealedJob,
  run: ({ messageId, request }, context) =>
    answerRegistration(context, messageId, openRequest(context.kernel.keyring, REGISTRATION_TASK, request)),
});

/** Writes to the address: a link to go on with, or, where there is an account, a word to its owner. */
async function answerRegistration(
  context: Context,
  messageId: string,
  request: RegistrationRequest,
): Promise<void> {
  const organisation = await context.loadOrFail(organisations, requireOrganisation(context.identity));
  const { name } = request;
  const channel = name.kind === 'email' ? MessageChannel.EMAIL : MessageChannel.SMS;
  await context.transaction(async (tx) => {
    if (await wasQueued(tx, messageId)) return;
    const [account] = await tx.rows(accounts, isNamed(name));
    // Nothing for somebody who was shut out: they know it, and a stranger learns nothing.
    if (account && !account.active) return;
    const message = { id: messageId, channel, to: name.value };
    if (account) {
      const locale = account.locale ?? organisation.locale;
      const variables = { organisation: organisation.name };
      await queueMessage(tx, { ...message, template: 'REGISTRATION_NOTICE', locale, variables });
      return;
    }
    const link = await linkToGoOn(tx, context, channel, request);
    const locale = request.locale ?? organisation.locale;
    const variables = { organisation: organisation.name, link };
    await queueMessage(tx, { ...message, template: 'REGISTRATION', locale, variables });
  });
}

async function linkToGoOn(
  tx: Transaction,
  context: Context,
  channel: MessageChannel,
  { name, firstName, lastName, locale }: RegistrationRequest,
): Promise<string> {
  const person: RegisteredPerson = { login: name.value, firstName, lastName, locale };
  const registration = await tx.insert(Registration, { channel, person: JSON.stringify(person) });
  const expiresAt = addSeconds(tx.now, LINK_SECONDS);
  const purpose = channel === MessageChannel.EMAIL ? PURPOSES.emailVerification : PURPOSES.phoneVerification;
  const { token } = await createLink(tx, {
    purpose,
    recordType: 'Registration',
    recordId: registration.id,
    permissions: {},
    customerId: null,
    expiresAt,
    singleUse: true,
  });
  const payload = { registrationId: registration.id };
  tx.enqueue({ task: FORGET_REGISTRATION_TASK, payload, runAt: expiresAt });
  return linkAddress(context.kernel.environment, purpose, token);
}
