import { crc32, inflateRawSync } from 'node:zlib';

/** The texts in a zip file, by name, found through its directory as programs that open it do. */
export function unzip(file: Buffer): Map<string, string> {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const parts = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [crc, packed, size] = [16, 20, 24].map((place) => file.readUInt32LE(at + place));
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const bytes = inflateRawSync(file.subarray(start, start + packed!));
    if (bytes.length !== size || crc32(bytes) !== crc)
      throw new Error(`${name} is not what the directory says.`);
    parts.set(name, bytes.toString());
    at += 46 + nameLength;
  }
  return parts;
}
