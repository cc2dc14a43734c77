import sharp from 'sharp';

/** A picture that claims more is not decoded: a small file can hold a room full of pixels. */
const MAX_PIXELS = 60_000_000;
const TIME_LIMIT_SECONDS = 30;
/** Hardly to be told from the original, and smaller. */
const QUALITY = 88;
const FORMATS = ['jpeg', 'png', 'webp'] as const;

/**
 * The same picture, upright, without anything that a camera or program wrote beside it: place, time, device, owner.
 * @returns null when the bytes are no JPEG, PNG or WebP that can be decoded
 */
export async function stripMetadata(body: Buffer): Promise<Buffer | null> {
  try {
    const picture = sharp(body, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
    const { format } = await picture.metadata();
    const known = FORMATS.find((name) => name === format);
    if (!known) return null;
    return await picture
      .autoOrient()
      .toFormat(known, known === 'png' ? {} : { quality: QUALITY })
      .timeout({ seconds: TIME_LIMIT_SECONDS })
      .toBuffer();
  } catch {
    return null;
  }
}
