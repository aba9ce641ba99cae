import type { Environment } from '../environment';
import { mailSender } from './mail';
import type { MessageSender } from './sender';
import { smsSender } from './sms';

/** The ways out of the program. Null: no credentials for it, so messages are kept instead of sent. */
export interface MessageSenders {
  EMAIL: MessageSender | null;
  SMS: MessageSender | null;
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
