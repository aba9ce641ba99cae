import type { Twilio } from 'twilio';
import { DeliveryError, type MessageSender } from './sender';

export interface SmsOptions {
  accountSid: string;
  authToken: string;
  /** A phone as E.164, or the SID of a messaging service. */
  from: string;
  /** Another host than Twilio's, for tests. */
  apiUrl: string | null;
}

const TIMEOUT_MS = 15_000;
const TOO_MANY_REQUESTS = 429;

/** Text messages by Twilio's own library. */
export function smsSender(options: SmsOptions): MessageSender {
  const sender = options.from.startsWith('MG')
    ? { messagingServiceSid: options.from }
    : { from: options.from };
  let client: Promise<Twilio> | null = null;
  return {
    async send({ to, body }) {
      client ??= connect(options);
      const { messages } = await client;
      try {
        const { sid } = await messages.create({ ...sender, to, body });
        return { providerId: sid };
      } catch (error) {
        throw deliveryError(error);
      }
    },
  };
}

/** The library takes 0.3 s and 24 MB to load: only a program that sends text messages pays for it. */
async function connect({ accountSid, authToken, apiUrl }: SmsOptions): Promise<Twilio> {
  const { default: twilio } = await import('twilio');
  const httpClient = new twilio.RequestClient({ timeout: TIMEOUT_MS, keepAlive: false });
  if (apiUrl)
    httpClient.axios.interceptors.request.use((request) => {
      const { pathname, search } = new URL(request.url!);
      request.url = apiUrl + pathname + search;
      return request;
    });
  return twilio(accountSid, authToken, { httpClient });
}

function deliveryError(error: unknown): DeliveryError {
  const { code, status } = error as { code?: number | string; status?: number };
  const refused = status !== undefined && status >= 400 && status < 500 && status !== TOO_MANY_REQUESTS;
  return new DeliveryError(String(code ?? status ?? 'SMS'), refused);
}
