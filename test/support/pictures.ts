import sharp, { type Sharp } from 'sharp';

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

/** A scene of coloured boxes; another seed, another scene. */
export function scene(seed: number): Sharp {
  const boxes = Array.from({ length: 14 }, (_, index) => {
    const at = (factor: number) => ((index + 1) * seed * factor) % 100;
    return `<rect x="${at(37)}" y="${at(53)}" width="${20 + at(29) / 3}" height="${15 + at(71) / 3}" fill="hsl(${at(19) * 3.6} 60% ${20 + at(43) * 0.6}%)"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="800" height="600" preserveAspectRatio="none">${boxes.join('')}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: '#889' });
}
