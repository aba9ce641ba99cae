import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipEntry {
  name: string;
  content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
}

/** Sizes and check sums stand behind the bytes, as they are not known before; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;
/** 1980-01-01, so that the same rows are the same file. */
const NO_DATE = 0x21;

/** A zip file as it comes into being: no entry is held in memory. */
export async function* zip(entries: readonly ZipEntry[]): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const path = Buffer.from(name);
    const local = header(0x04034b50, path, [0, 0, 0]);
    yield local;
    const sum = { crc: 0, size: 0 };
    let packed = 0;
    const deflated = Readable.from(summed(content, sum)).pipe(createDeflateRaw());
    for await (const chunk of deflated as AsyncIterable<Buffer>) {
      packed += chunk.length;
      yield chunk;
    }
    const facts = [sum.crc, packed, sum.size];
    const descriptor = numbers([0x08074b50, ...facts]);
    yield descriptor;
    directory.push(header(0x02014b50, path, facts, offset));
    offset += local.length + packed + descriptor.length;
  }
  const size = directory.reduce((all, { length }) => all + length, 0);
  yield* directory;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  yield end;
}

async function* summed(
  content: ZipEntry['content'],
  sum: { crc: number; size: number },
): AsyncGenerator<Buffer> {
  for await (const some of content) {
    const bytes =
      typeof some === 'string' ? Buffer.from(some) : Buffer.from(some.buffer, some.byteOffset, some.length);
    sum.crc = crc32(bytes, sum.crc);
    sum.size += bytes.length;
    yield bytes;
  }
}

/** Before an entry, or, with where that is, in the directory at the end. */
function header(signature: number, path: Buffer, facts: readonly number[], offset?: number): Buffer {
  const central = offset !== undefined;
  const fixed = Buffer.alloc(central ? 46 : 30);
  fixed.writeUInt32LE(signature, 0);
  let at = 4;
  const short = (value: number) => {
    at = fixed.writeUInt16LE(value, at);
  };
  if (central) short(VERSION);
  for (const value of [VERSION, FLAGS, DEFLATED, 0, NO_DATE]) short(value);
  for (const fact of facts) at = fixed.writeUInt32LE(fact, at);
  short(path.length);
  if (central) fixed.writeUInt32LE(offset, 42);
  return Buffer.concat([fixed, path]);
}

function numbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, n) => {
    bytes.writeUInt32LE(value, n * 4);
  });
  return bytes;
}
