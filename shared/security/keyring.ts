import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 'v1';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID = /^[A-Za-z0-9_-]{1,32}$/;
const SEALED = /^v1\.([A-Za-z0-9_-]{1,32})\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{22,})$/;

/** A new key for a keyring: 32 random bytes in base64. Put it in front as `id:key`, and keep the old ones. */
export const generateKey = (): string => randomBytes(KEY_BYTES).toString('base64');

/**
 * Seals text with AES-256-GCM for keeping at rest. The first key seals, every key opens, so a key is rotated by
 * putting a new one in front. The purpose is authenticated: what was sealed for one column opens in no other.
 * IVs are random, so one key is good for some 2^32 values: rotate long before that.
 */
export class Keyring {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly firstId: string;

  /** @param text `k2:base64key,k1:base64key` */
  constructor(text: string) {
    this.keys = parseKeys(text);
    this.firstId = this.keys.keys().next().value!;
  }

  encrypt(plain: string, purpose: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.keys.get(this.firstId)!, iv, {
      authTagLength: TAG_BYTES,
    });
    cipher.setAAD(Buffer.from(purpose));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return [VERSION, this.firstId, iv.toString('base64url'), body.toString('base64url')].join('.');
  }

  decrypt(sealed: string, purpose: string): string {
    const [, keyId, ivText, bodyText] = SEALED.exec(sealed) ?? [];
    if (!keyId || !ivText || !bodyText) throw new Error('Not a sealed value');
    const key = this.keys.get(keyId);
    if (!key) throw new Error(`Sealed with the key ${keyId}, which is not in the keyring`);
    const body = decodeExactly(bodyText);
    const decipher = createDecipheriv('aes-256-gcm', key, decodeExactly(ivText), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(purpose));
    decipher.setAuthTag(body.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(body.subarray(0, -TAG_BYTES)), decipher.final()]).toString();
    } catch (cause) {
      throw new Error('The sealed value was changed, or sealed for another purpose', { cause });
    }
  }

  isSealed(text: string): boolean {
    return SEALED.test(text);
  }
}

function parseKeys(text: string): Map<string, Buffer> {
  const keys = new Map<string, Buffer>();
  for (const [index, entry] of text.split(',').entries()) {
    const [id = '', encoded = '', ...rest] = entry.trim().split(':');
    // Messages name the position and the id, never what might be key material.
    const place = `Keyring entry ${index + 1}`;
    if (rest.length > 0 || !encoded) throw new Error(`${place} is not of the form id:base64key`);
    if (!KEY_ID.test(id)) throw new Error(`${place}: the id must be 1 to 32 of A-Z a-z 0-9 _ -`);
    if (keys.has(id)) throw new Error(`${place}: the id ${id} is used twice`);
    const key = Buffer.from(encoded, 'base64');
    if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(encoded) || key.length !== KEY_BYTES) {
      throw new Error(`${place} (${id}): the key must be ${KEY_BYTES} bytes in base64`);
    }
    keys.set(id, key);
  }
  return keys;
}

/** Node ignores the unused bits of the last character; a sealed value has exactly one spelling. */
function decodeExactly(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new Error('Not a sealed value');
  return bytes;
}
