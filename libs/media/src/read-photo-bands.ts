import { PHOTO_SIDE, photoBands } from '@app/triage';
import sharp from 'sharp';

/** The look of an upright picture, to find it again in other reports; empty where it cannot be told from others. */
export async function readPhotoBands(picture: Buffer): Promise<number[]> {
  try {
    const grey = await sharp(picture)
      .greyscale()
      .resize(PHOTO_SIDE, PHOTO_SIDE, { fit: 'fill' })
      .raw()
      .toBuffer();
    return photoBands(grey);
  } catch {
    return [];
  }
}
