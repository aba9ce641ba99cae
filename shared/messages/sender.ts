export interface OutgoingMessage {
  /** Ours; the same at a repetition, so that a provider or a reader can tell one from two. */
  id: string;
  to: string;
  /** For mail; text messages have none. */
  subject: string | null;
  body: string;
  /** Where the provider is to report what becomes of it; null where it cannot reach us. */
  reportTo: string | null;
}

export interface Receipt {
  /** What the provider calls it, for asking later what became of it. */
  providerId: string;
}

export interface MessageSender {
  /** Resolves when the provider has taken it; otherwise rejects with a DeliveryError. */
  send(message: OutgoingMessage): Promise<Receipt>;
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
