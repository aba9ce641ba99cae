import { buffer } from 'node:stream/consumers';
import { makePrintable } from '../files/images';
import type { FileStorage } from '../files/storage';
import type { Images } from './render-pdf';

/** The pictures of a document from the storage, by their names in it; what is not there any more is left out. */
export async function imagesFrom(
  storage: FileStorage,
  keys: Readonly<Record<string, string>>,
): Promise<Images> {
  const images = new Map<string, Buffer>();
  for (const [name, key] of Object.entries(keys)) {
    const stored = await storage.read(key);
    if (stored) images.set(name, await makePrintable(await buffer(stored)));
  }
  return images;
}
