import sharp from 'sharp';

/** A photograph as a phone makes it: JPEG with the place in its EXIF, or without. */
export async function photo(
  options: { readonly hasPlace?: boolean; readonly shade?: number } = {},
): Promise<Buffer> {
  const picture = sharp({
    create: { width: 1280, height: 960, channels: 3, background: { r: options.shade ?? 90, g: 120, b: 60 } },
  });
  if (options.hasPlace) {
    picture.withExif({
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '0/1 32/1 24/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '117/1 35/1 12/1',
      },
    });
  }
  return picture.jpeg().toBuffer();
}
