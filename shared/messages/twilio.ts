import type { Twilio } from 'twilio';
import { DeliveryError, type MessageSender } from './sender';

export interface TwilioOptions {
  accountSid: string;
  authToken: string;
  /** Another host than Twilio's, for tests. */
  apiUrl: string | null;
}

const TIMEOUT_MS = 15_000;
const TOO_MANY_REQUESTS = 429;
const WHATSAPP = 'whatsapp:';

/** Text messages and WhatsApp by Twilio's own library. */
export class TwilioAccount {
  private client: Promise<Twilio> | null = null;

  constructor(private readonly options: TwilioOptions) {}

  /** From a phone as E.164, or the SID of a messaging service. */
  sms(from: string): MessageSender {
    return this.sender(from.startsWith('MG') ? { messagingServiceSid: from } : { from }, '');
  }

  whatsapp(from: string): MessageSender {
    return this.sender({ from: WHATSAPP + withoutChannel(from) }, WHATSAPP);
  }

  private sender(from: { from: string } | { messagingServiceSid: string }, channel: string): MessageSender {
    return {
      send: async ({ to, body, reportTo }) => {
        this.client ??= connect(this.options);
        const { messages } = await this.client;
        const report = reportTo ? { statusCallback: reportTo } : {};
        try {
          const { sid } = await messages.create({ ...from, ...report, to: channel + to, body });
          return { providerId: sid };
        } catch (error) {
          throw deliveryError(error);
        }
      },
    };
  }
}

/** `whatsapp:+39…` → `+39…` */
export const withoutChannel = (address: string): string =>
  address.startsWith(WHATSAPP) ? address.slice(WHATSAPP.length) : address;

export const isWhatsapp = (address: string): boolean => address.startsWith(WHATSAPP);

/** The library takes 0.3 s and 24 MB to load: only a program that sends text messages pays for it. */
async function connect({ accountSid, authToken, apiUrl }: TwilioOptions): Promise<Twilio> {
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
