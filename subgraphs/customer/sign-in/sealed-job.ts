import { isId } from '../../../shared/ids';
import type { Keyring } from '../../../shared/security/keyring';

/**
 * A job that ends in a message to somebody who is not known yet when it is queued. What they typed is sealed: jobs
 * are kept, and read by people who mend the queue. The message's id is given beforehand, so that the job may run
 * twice and writes it once.
 */
export interface SealedJob {
  messageId: string;
  request: string;
}

const purposeOf = (task: string): string => `job ${task}`;

export const sealRequest = (keyring: Keyring, task: string, request: object): string =>
  keyring.encrypt(JSON.stringify(request), purposeOf(task));

export const openRequest = <R>(keyring: Keyring, task: string, request: string): R =>
  JSON.parse(keyring.decrypt(request, purposeOf(task))) as R;

export function parseSealedJob({ messageId, request }: Record<string, unknown>): SealedJob {
  if (!isId(messageId) || typeof request !== 'string')
    throw new Error('A job without its message or request.');
  return { messageId, request };
}
