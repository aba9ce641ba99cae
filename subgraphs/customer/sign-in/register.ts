import { isEmail } from 'class-validator';
import { badField } from '../../../shared/errors';
import { newId } from '../../../shared/ids';
import type { Context } from '../../../shared/subgraph/context';
import { throttle } from '../../../shared/throttle/throttle';
import { canonicalLocale } from '../identity/validation';
import { ATTEMPTS, accountSubject, throttleAddress } from './attempts';
import { completeRegistration } from './complete-registration';
import { enterOrFail, requireSelfRegistration } from './entrance';
import { loginName } from './login-name';
import type { RegisterInput } from './register.input';
import { REGISTRATION_TASK, type RegistrationRequest } from './registration.task';
import { sealRequest } from './sealed-job';

export async function register(context: Context, input: RegisterInput): Promise<boolean> {
  const { token, password } = input;
  if (token) await completeRegistration(context, token, required(password, 'input.password'));
  else if (password)
    throw badField(
      'input.password',
      'NOT_YET',
      'The password comes with the token from the link that is sent.',
    );
  else await requestAccount(context, input);
  return true;
}

/** Whether the address has an account already is found out by a job: the answer cannot tell it. */
async function requestAccount(context: Context, input: RegisterInput): Promise<void> {
  const typed = required(input.login, 'input.login');
  const firstName = required(input.firstName?.trim(), 'input.firstName');
  const { organisation, context: inside } = await enterOrFail(context, input.organisation);
  requireSelfRegistration(organisation);
  const name = loginName(typed, organisation.country);
  if (name.kind === 'email' && !isEmail(name.value))
    throw badField('input.login', 'LOGIN', 'This is neither an e-mail address nor a phone number.');
  await throttleAddress(context, ATTEMPTS.messageFromAddress);
  await throttle(context, ATTEMPTS.messageToLogin, `register ${accountSubject(organisation.id, name.value)}`);
  const asked: RegistrationRequest = {
    name,
    firstName,
    lastName: input.lastName?.trim() ?? '',
    locale: canonicalLocale(input.locale) ?? null,
  };
  const request = sealRequest(context.kernel.keyring, REGISTRATION_TASK, asked);
  await inside.transaction(async (tx) =>
    tx.enqueue({ task: REGISTRATION_TASK, payload: { messageId: newId(), request } }),
  );
}

function required(value: string | null | undefined, path: string): string {
  if (!value) throw badField(path, 'REQUIRED', 'This is needed here.');
  return value;
}
