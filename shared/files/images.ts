import sharp from 'sharp';
import { badField } from '../errors';
import { sniffContentType } from './sniff';

const PIXEL_LIMIT = 50_000_000;
const THUMBNAIL_SIDE = 320;
const TIMEOUT_SECONDS = 20;

const FORMATS: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'image/avif': 'avif',
};

export interface ImageFacts {
  /** As shown, after the rotation that the camera asked for. */
  width: number;
  height: number;
  format: string;
}

export async function inspectImage(input: Buffer): Promise<ImageFacts> {
  const { format, image } = open(input);
  const { autoOrient } = await decoding(() => image.metadata());
  return { ...autoOrient, format };
}

/** WebP of at most 320 pixels a side, turned upright, without the camera's metadata (place, time, owner). */
export async function makeThumbnail(input: Buffer): Promise<Buffer> {
  const { image } = open(input);
  const side = THUMBNAIL_SIDE;
  return decoding(() =>
    image
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .timeout({ seconds: TIMEOUT_SECONDS })
      .toBuffer(),
  );
}

/** PNG for a page of paper: upright, on white, no larger than a print of a few centimetres shows. */
export async function makePrintable(input: Buffer): Promise<Buffer> {
  const { image } = open(input);
  return decoding(() =>
    image
      .autoOrient()
      .resize({ width: 900, height: 450, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .png()
      .timeout({ seconds: TIMEOUT_SECONDS })
      .toBuffer(),
  );
}

/**
 * The format by our own look at the bytes, because the library would read SVG and more, which we take from
 * nobody. The pixels are limited by the size that the file announces; one that lies does not decode.
 */
function open(input: Buffer) {
  const format = FORMATS[sniffContentType(input) ?? ''];
  if (!format) throw notAnImage();
  return { format, image: sharp(input, { limitInputPixels: PIXEL_LIMIT, failOn: 'error' }) };
}

async function decoding<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw String(error).includes('exceeds pixel limit') ? tooManyPixels() : notAnImage();
  }
}

const notAnImage = () =>
  badField('file', 'IMAGE_NOT_READABLE', 'The file is not an image that can be read; it may be damaged.');

const tooManyPixels = () =>
  badField('file', 'IMAGE_TOO_MANY_PIXELS', `The image has more than ${PIXEL_LIMIT / 1e6} megapixels.`);
