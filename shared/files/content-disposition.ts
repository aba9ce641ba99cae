import { extensionsOf } from './limits';

const SHOWN_INLINE = new Set([
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/avif',
  'application/pdf',
]);

/** The header for a download: a safe name, twice, for old and new readers (RFC 6266). */
export function contentDisposition(fileName: string, contentType: string, inline: boolean): string {
  const name = safeFileName(fileName, contentType);
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const kind = inline && SHOWN_INLINE.has(contentType) ? 'inline' : 'attachment';
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encodeStrictly(name)}`;
}

/** Nothing that a file system or a shell reads as more than a name, and the ending that its bytes deserve. */
export function safeFileName(fileName: string, contentType: string): string {
  const plain = fileName
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\:*?"<>|]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const name = Array.from(plain).slice(0, 120).join('') || 'file';
  const endings = extensionsOf(contentType);
  const fits = endings.length === 0 || endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
  return fits ? name : `${name}.${endings[0]}`;
}

/** What we take in as text is UTF-8, and a browser would not guess that. */
export const withCharset = (contentType: string): string =>
  contentType.startsWith('text/') ? `${contentType}; charset=utf-8` : contentType;

/** encodeURIComponent leaves ! ' ( ) * alone, which neither this header nor a signed URL may hold. */
export const encodeStrictly = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
