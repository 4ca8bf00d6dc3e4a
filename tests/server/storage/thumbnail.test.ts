import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { thumbnailOf } from '@/server/storage/thumbnail';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#aa3300' } });

describe('thumbnailOf', () => {
  it('makes a picture small enough, and no picture larger', async () => {
    const large = await thumbnailOf(await picture(1600, 800).jpeg().toBuffer());
    const small = await thumbnailOf(await picture(40, 20).png().toBuffer());
    expect(await sharp(large ?? undefined).metadata()).toMatchObject({
      format: 'webp',
      width: 320,
      height: 160,
    });
    expect(await sharp(small ?? undefined).metadata()).toMatchObject({
      format: 'webp',
      width: 40,
      height: 20,
    });
  });

  it('turns a photo upright and drops what it tells about its maker', async () => {
    const photo = picture(200, 100)
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Artist: 'Kovács Éva' } });
    const made = await sharp((await thumbnailOf(await photo.jpeg().toBuffer())) ?? undefined).metadata();
    expect(made).toMatchObject({ width: 100, height: 200 });
    expect(made.exif).toBeUndefined();
  });

  it.each([
    ['text', Buffer.from('szia')],
    ['nothing', Buffer.alloc(0)],
    ['noise', randomBytes(5000)],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>')],
    ['a picture of 900 megapixels', pngHeader(30_000, 30_000)],
  ])('makes nothing of %s', async (_, bytes) => {
    expect(await thumbnailOf(bytes)).toBeNull();
  });

  it('makes nothing of a picture that is cut off', async () => {
    const whole = await picture(800, 800).jpeg().toBuffer();
    expect(await thumbnailOf(whole.subarray(0, whole.length / 2))).toBeNull();
  });
});

/** A PNG of a few bytes that says how many pixels would follow. */
function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.from(
    '89504e470d0a1a0a0000000d49484452000000000000000008020000000000000000000000',
    'hex',
  );
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return header;
}
