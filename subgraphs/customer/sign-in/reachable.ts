import { MessageChannel } from '../messages/channels';

interface Addresses {
  email: string | null;
  phone: string | null;
}

/** Where a message to somebody can go: the way that was asked for, otherwise the other one. */
export function reachable(
  { email, phone }: Addresses,
  wanted: MessageChannel,
): { channel: MessageChannel; to: string } | null {
  const byPhone = wanted === MessageChannel.WHATSAPP ? wanted : MessageChannel.SMS;
  const ways = [
    { channel: MessageChannel.EMAIL, to: email },
    { channel: byPhone, to: phone },
  ];
  if (wanted !== MessageChannel.EMAIL) ways.reverse();
  const way = ways.find(({ to }) => to);
  return way?.to ? { channel: way.channel, to: way.to } : null;
}
