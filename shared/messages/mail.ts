import { createTransport, type NodemailerError } from 'nodemailer';
import { DeliveryError, type MessageSender } from './sender';

export interface MailOptions {
  /** `smtp://user:password@host:587`, or `smtps://` for TLS from the start. */
  url: string;
  from: string;
}

const TIMEOUT_MS = 15_000;

/** Mail over SMTP; one connection a message, so that nothing is left open between them. */
export function mailSender({ url, from }: MailOptions): MessageSender {
  const transport = createTransport(
    {
      url,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    async send({ id, to, subject, body }) {
      // The same Message-ID at a repetition: mail programs show the two as one.
      const messageId = `<${id}@${domain}>`;
      try {
        // As an object: a text would be read as a list, and one address could become several.
        await transport.sendMail({
          to: { name: '', address: to },
          subject: subject ?? '',
          text: body,
          messageId,
        });
      } catch (error) {
        const { code, responseCode, permanent } = error as NodemailerError;
        throw new DeliveryError(String(responseCode ?? code ?? 'SMTP'), permanent ?? code === 'EENVELOPE');
      }
      return { providerId: messageId };
    },
  };
}
