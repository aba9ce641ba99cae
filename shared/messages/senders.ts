import type { Environment } from '../environment';
import { mailSender } from './mail';
import type { MessageSender } from './sender';
import { TwilioAccount } from './twilio';

/** The ways out of the program. Null: no credentials for it, so messages are kept instead of sent. */
export interface MessageSenders {
  EMAIL: MessageSender | null;
  SMS: MessageSender | null;
  WHATSAPP: MessageSender | null;
}

export function openMessageSenders(environment: Environment): MessageSenders {
  const { smtpUrl, mailFrom, twilio, twilioUrl, whatsappFrom } = environment;
  const account = twilio
    ? new TwilioAccount({
        accountSid: twilio.TWILIO_ACCOUNT_SID,
        authToken: twilio.TWILIO_AUTH_TOKEN,
        apiUrl: twilioUrl,
      })
    : null;
  return {
    EMAIL: smtpUrl ? mailSender({ url: smtpUrl, from: mailFrom }) : null,
    SMS: account && twilio ? account.sms(twilio.TWILIO_FROM) : null,
    WHATSAPP: account && whatsappFrom ? account.whatsapp(whatsappFrom) : null,
  };
}
