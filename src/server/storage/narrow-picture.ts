import sharp from 'sharp';
import { storage } from './storage';
import { checkedKey } from './storage-key';

/** The widths, in pixels, in which pages ask for pictures. */
export const PICTURE_WIDTHS: readonly number[] = [480, 960, 1600];

/** 50 megapixels: the largest that telephones take. */
const MAX_PIXELS = 50_000_000;

type Wanted = Readonly<{ key: string; width: number }>;

/**
 * The stored picture as WebP, at most `width` pixels wide and never wider than it is; made once and then kept beside it. Null
 * where there is no such file, it is no picture that can be read, or it moves.
 */
export async function narrowPicture({ key, width }: Wanted): Promise<Uint8Array<ArrayBuffer> | null> {
  const place = checkedKey(`${key}-w${width}`);
  const kept = await storage().get(place);
  if (kept) return new Uint8Array(kept);
  const original = await storage().get(key);
  const made = original && (await narrowed(original, width));
  if (!made) return null;
  await storage().put(place, made);
  return made;
}

async function narrowed(bytes: Uint8Array, width: number): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const options = { limitInputPixels: MAX_PIXELS, failOn: 'error' } as const;
    const { pages = 1 } = await sharp(bytes, options).metadata();
    if (pages > 1) return null;
    return new Uint8Array(
      await sharp(bytes, options)
        .resize({ width, withoutEnlargement: true })
        .webp({ quality: 78 })
        .timeout({ seconds: 10 })
        .toBuffer(),
    );
  } catch {
    return null;
  }
}
