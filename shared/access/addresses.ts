import { BlockList, isIP } from 'node:net';

/** `192.0.2.0/24`, `2001:db8::/32` or a single address. */
export function isAddressRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (!family || rest.length) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** Whether the address is in one of the ranges; an empty list allows every address. */
export function addressAllowed(ranges: readonly string[], address: string | null): boolean {
  if (ranges.length === 0) return true;
  if (!address || !isIP(address)) return false;
  const list = new BlockList();
  for (const range of ranges) {
    const [start = '', bits] = range.split('/');
    const family = isIP(start) === 4 ? 'ipv4' : 'ipv6';
    list.addSubnet(start, bits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(bits), family);
  }
  return list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}
