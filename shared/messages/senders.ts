import type { Environment } from '../environment';
import { mailSender } from './mail';
import { smsSender } from './sms';

export interface OutgoingMessage {
  /** Ours; the same at a repetition, so that a provider or a reader can tell one from two. */
  id: string;
  to: string;
  /** For mail; text messages have none. */
  subject: string | null;
  body: string;
}

export interface Receipt {
  /** What the provider calls it, for asking later what became of it. */
  providerId: string;
}

export interface MessageSender {
  /** Resolves when the provider has taken it; otherwise rejects with a DeliveryError. */
  send(message: OutgoingMessage): Promise<Receipt>;
}

/** The ways out of the program. Null: no credentials for it, so messages are kept instead of sent. */
export interface MessageSenders {
  EMAIL: MessageSender | null;
  SMS: MessageSender | null;
}

/** A message that the provider did not take. Its text holds no address: it ends up in logs. */
export class DeliveryError extends Error {
  constructor(
    /** The provider's own code, or the network's. */
    readonly code: string,
    /** The same message would be refused again. */
    readonly permanent: boolean,
  ) {
    super(`The message was not taken: ${code}`);
  }
}

export function openMessageSenders(environment: Environment): MessageSenders {
  const { smtpUrl, mailFrom, twilio, twilioUrl } = environment;
  return {
    EMAIL: smtpUrl ? mailSender({ url: smtpUrl, from: mailFrom }) : null,
    SMS: twilio
      ? smsSender({
          accountSid: twilio.TWILIO_ACCOUNT_SID,
          authToken: twilio.TWILIO_AUTH_TOKEN,
          from: twilio.TWILIO_FROM,
          apiUrl: twilioUrl,
        })
      : null,
  };
}
