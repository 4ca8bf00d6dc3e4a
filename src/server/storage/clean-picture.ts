import sharp from 'sharp';

export type CleanPicture = Readonly<{ bytes: Uint8Array; width: number; height: number }>;

/** 50 megapixels: the largest that telephones take. */
const MAX_PIXELS = 50_000_000;
const WRITTEN_ANEW = new Set(['image/jpeg', 'image/png', 'image/webp']);

/**
 * A picture without what cameras write into it (place, time, device), turned upright, and its size in pixels. Moving
 * pictures stay as they are. Null where the bytes are no picture that can be read.
 */
export async function cleanPicture(bytes: Uint8Array, type: string): Promise<CleanPicture | null> {
  if (!type.startsWith('image/')) return null;
  try {
    const options = { limitInputPixels: MAX_PIXELS, failOn: 'error' } as const;
    const { width, height, pages = 1 } = await sharp(bytes, options).metadata();
    if (!WRITTEN_ANEW.has(type) || pages > 1) return { bytes, width, height };
    const { data, info } = await sharp(bytes, options)
      .rotate()
      .timeout({ seconds: 10 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    return null;
  }
}
