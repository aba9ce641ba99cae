import { newId } from '../../../shared/ids';
import type { Context } from '../../../shared/subgraph/context';
import { throttle } from '../../../shared/throttle/throttle';
import { ATTEMPTS, accountSubject, throttleAddress } from './attempts';
import { enter } from './entrance';
import { loginName } from './login-name';
import type { PasswordResetRequestInput } from './password.input';
import { PASSWORD_RESET_TASK, type PasswordResetRequest } from './password-reset.task';
import { sealRequest } from './sealed-job';

/**
 * The same work and the same answer whether there is such an account or not: who it is, and whether anything is
 * sent, is found out later, by a job.
 */
export async function requestPasswordReset(
  context: Context,
  input: PasswordResetRequestInput,
): Promise<boolean> {
  const entrance = await enter(context, input.organisation);
  const name = loginName(input.login, entrance?.organisation.country ?? '');
  const subject = accountSubject(entrance?.organisation.id ?? `unknown ${input.organisation}`, name.value);
  await throttleAddress(context, ATTEMPTS.messageFromAddress);
  await throttle(context, ATTEMPTS.messageToLogin, `reset ${subject}`);
  const asked: PasswordResetRequest = { name, channel: input.channel };
  const request = sealRequest(context.kernel.keyring, PASSWORD_RESET_TASK, asked);
  await entrance?.context.transaction(async (tx) =>
    tx.enqueue({ task: PASSWORD_RESET_TASK, payload: { messageId: newId(), request } }),
  );
  return true;
}
