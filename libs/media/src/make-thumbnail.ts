import sharp from 'sharp';

/** Longest side in pixels: sharp on a phone, small on the wire. */
const LONGEST_SIDE = 640;
/** A picture that claims more is not decoded: a small file can hold a room full of pixels. */
const MAX_PIXELS = 60_000_000;
const TIME_LIMIT_SECONDS = 20;

// Workers do other things as well; one picture at a time does not starve them.
sharp.concurrency(1);
sharp.cache(false);

export interface Thumbnail {
  /** WebP without metadata, upright. */
  readonly body: Buffer;
  /** Of the original, upright. */
  readonly width: number;
  readonly height: number;
}

/** @returns null when the bytes are no picture that can be decoded */
export async function makeThumbnail(body: Buffer): Promise<Thumbnail | null> {
  try {
    const picture = sharp(body, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
    const { autoOrient } = await picture.metadata();
    const thumbnail = await picture
      .autoOrient()
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 75 })
      .timeout({ seconds: TIME_LIMIT_SECONDS })
      .toBuffer();
    return { body: thumbnail, width: autoOrient.width, height: autoOrient.height };
  } catch {
    return null;
  }
}
