import sharp from 'sharp';
import { inspectImage, makeThumbnail } from '../../../shared/files/images';
import { ftyp, picture, pngAnnouncing } from './samples';

const problemOf = (code: string) => ({ code: 'BAD_INPUT', extensions: { fields: [{ path: 'file', code }] } });

describe('inspectImage', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('reads the size of %s', async (format) => {
    const bytes = await picture(64, 48).toFormat(format).toBuffer();
    expect(await inspectImage(bytes)).toEqual({ width: 64, height: 48, format });
  });

  it('gives the size as shown, after the rotation that the camera asked for', async () => {
    const lying = await picture(64, 48).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await inspectImage(lying)).toMatchObject({ width: 48, height: 64 });
  });
});

describe('makeThumbnail', () => {
  const facts = async (bytes: Buffer) => sharp(bytes).metadata();

  it('is WebP of at most 320 pixels a side, in proportion', async () => {
    const wide = await facts(await makeThumbnail(await picture(1600, 400).jpeg().toBuffer()));
    expect(wide).toMatchObject({ format: 'webp', width: 320, height: 80 });
    const high = await facts(await makeThumbnail(await picture(300, 1200).png().toBuffer()));
    expect(high).toMatchObject({ format: 'webp', width: 80, height: 320 });
  });

  it('does not blow up a small picture', async () => {
    const small = await makeThumbnail(await picture(20, 10).gif().toBuffer());
    expect(await facts(small)).toMatchObject({ width: 20, height: 10 });
  });

  it('is upright, with the pixels turned and not just the numbers', async () => {
    const left = { create: { width: 100, height: 100, channels: 3, background: 'blue' } } as const;
    const camera = await picture(200, 100)
      .composite([{ input: left, left: 0, top: 0 }])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { data, info } = await sharp(await makeThumbnail(camera))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 100, height: 200 });
    const blueAt = (y: number) => data[(y * info.width + 50) * info.channels + 2]!;
    expect(blueAt(20)).toBeGreaterThan(200);
    expect(blueAt(180)).toBeLessThan(80);
  });

  it('drops where and when it was taken', async () => {
    const exif = {
      IFD0: { Artist: 'Somebody' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 29/1 0/1', GPSLongitudeRef: 'E' },
    };
    const camera = await picture(400, 300)
      .withExif(exif)
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
      .jpeg()
      .toBuffer();
    expect((await facts(camera)).exif).toBeDefined();
    expect((await facts(camera)).xmp).toBeDefined();
    const made = await makeThumbnail(camera);
    expect((await facts(made)).exif).toBeUndefined();
    expect((await facts(made)).xmp).toBeUndefined();
    expect(made.includes('Somebody')).toBe(false);
  });

  it('takes 49 megapixels and refuses more, by the size announced, without decoding', async () => {
    const bomb = pngAnnouncing(30_000, 30_000);
    expect(bomb.length).toBeLessThan(1000);
    await expect(makeThumbnail(bomb)).rejects.toMatchObject(problemOf('IMAGE_TOO_MANY_PIXELS'));
    await expect(inspectImage(bomb)).rejects.toMatchObject(problemOf('IMAGE_TOO_MANY_PIXELS'));
    await expect(inspectImage(pngAnnouncing(5_000, 10_001))).rejects.toMatchObject(
      problemOf('IMAGE_TOO_MANY_PIXELS'),
    );
    expect(await inspectImage(pngAnnouncing(7_000, 7_000))).toMatchObject({ width: 7_000, height: 7_000 });
  });

  it('refuses what is damaged or not an image, with a clear error', async () => {
    const jpeg = await picture(800, 600).jpeg().toBuffer();
    for (const bad of [
      jpeg.subarray(0, jpeg.length / 2),
      pngAnnouncing(3_000, 3_000),
      ftyp('heic', 'mif1', 'heic'),
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9" height="9"/></svg>',
      ),
      Buffer.from('%PDF-1.7'),
      Buffer.alloc(0),
    ]) {
      await expect(makeThumbnail(bad)).rejects.toMatchObject(problemOf('IMAGE_NOT_READABLE'));
    }
  });
});
