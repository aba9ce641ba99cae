import { isIPv6 } from 'node:net';

/**
 * Whose address it is, for a budget: an IPv4 address is one household or shop; of IPv6 each has a /64 at least, and
 * could use another address of it for every request.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const groups = (text: string) => text.split(':').filter(Boolean);
  const [front, back] = [groups(head), groups(tail ?? '')];
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length;
  const all = [...front, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...back];
  return `${all.slice(0, 4).join(':')}::/64`;
}
