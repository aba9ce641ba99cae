/** How much of a file's start tells its type; an Office file's telling entry is its third or fourth. */
export const SNIFF_BYTES = 8192;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TEXT_TYPES = new Set(['text/plain', 'text/csv']);

/** The type that the bytes themselves show, or null. Text has no signature: see `matchesContentType`. */
export function sniffContentType(head: Buffer): string | null {
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  const text = head.toString('latin1', 0, 16);
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'image/gif';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  if (text.startsWith('%PDF-')) return 'application/pdf';
  if (text.slice(4, 8) === 'ftyp') return sniffIsoMedia(head);
  if (text.startsWith('PK\x03\x04')) return sniffOfficeZip(head);
  return null;
}

/** Whether a file that was announced as this type is one. */
export function matchesContentType(head: Buffer, contentType: string): boolean {
  if (TEXT_TYPES.has(contentType)) return sniffContentType(head) === null && isPlainText(head);
  return sniffContentType(head) === contentType;
}

const startsWith = (head: Buffer, bytes: readonly number[]): boolean =>
  head.length >= bytes.length && bytes.every((byte, index) => head[index] === byte);

/** The major brand, four bytes of version, then the compatible brands, all within the first box. */
function sniffIsoMedia(head: Buffer): string | null {
  if (head.length < 16) return null;
  const end = Math.min(head.readUInt32BE(0), head.length, 256);
  const brands = new Set<string>([head.toString('latin1', 8, 12)]);
  for (let at = 16; at + 4 <= end; at += 4) brands.add(head.toString('latin1', at, at + 4));
  if (brands.has('avif') || brands.has('avis')) return 'image/avif';
  if (['heic', 'heix', 'heim', 'heis'].some((brand) => brands.has(brand))) return 'image/heic';
  return null;
}

/**
 * Word and Excel put `[Content_Types].xml` first; other writers put it last and begin with `_rels/` or a part.
 * Sizes in local headers may be left open, so the entries are found by their signature instead of walked.
 */
function sniffOfficeZip(head: Buffer): string | null {
  const names: string[] = [];
  for (let at = 0; at >= 0 && at + 30 <= head.length; at = head.indexOf('PK\x03\x04', at + 4, 'latin1')) {
    names.push(head.toString('latin1', at + 30, at + 30 + head.readUInt16LE(at + 26)));
  }
  if (!/^(\[Content_Types\]\.xml$|_rels\/|docProps\/|word\/|xl\/)/.test(names[0] ?? '')) return null;
  if (names.some((name) => name.startsWith('word/'))) return DOCX;
  if (names.some((name) => name.startsWith('xl/'))) return XLSX;
  return null;
}

/** UTF-8 without NULs that does not begin like markup: a browser that guesses must not find a page in it. */
function isPlainText(head: Buffer): boolean {
  if (head.includes(0)) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return !/^\s*<[a-z!?/]/i.test(text);
  } catch {
    return false;
  }
}
