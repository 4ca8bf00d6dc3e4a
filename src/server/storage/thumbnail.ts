import sharp from 'sharp';
import { sniffType } from './sniff';

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/tiff']);

const SIDE = 320;

/** 50 megapixels: the largest that telephones take; a decoder needs four bytes for each. */
const MAX_PIXELS = 50_000_000;

/**
 * Returns a small WebP picture, at most 320 pixels wide and high and turned upright, or null where the bytes are
 * no picture, a broken one, or one that is built to exhaust the memory. Carries no metadata of the original.
 */
export async function thumbnailOf(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!PICTURES.has(await sniffType(bytes, '', ''))) return null;
  try {
    return await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 })
      .rotate()
      .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 75 })
      .timeout({ seconds: 10 })
      .toBuffer();
  } catch {
    return null;
  }
}
