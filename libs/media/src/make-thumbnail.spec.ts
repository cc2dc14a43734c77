import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { makeThumbnail } from './make-thumbnail.js';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#456' } });

describe('a thumbnail', () => {
  it('stands upright where the phone was held sideways', async () => {
    const sideways = await picture(800, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const thumbnail = await makeThumbnail(sideways);
    expect(thumbnail).toMatchObject({ width: 400, height: 800 });
    expect(await sharp(thumbnail?.body).metadata()).toMatchObject({ width: 320, height: 640 });
  });

  it('is not made larger than the picture', async () => {
    const thumbnail = await makeThumbnail(await picture(20, 10).png().toBuffer());
    expect(await sharp(thumbnail?.body).metadata()).toMatchObject({ width: 20, height: 10 });
  });

  it.each([
    ['of a picture with more pixels than a camera makes', () => picture(9_000, 9_000).png().toBuffer()],
    [
      'of a picture that is cut off',
      async () => (await picture(900, 900).jpeg().toBuffer()).subarray(0, 700),
    ],
    ['of something else', () => Promise.resolve(Buffer.from('%PDF-1.7'))],
  ])('is not made %s', async (_name, make) => {
    expect(await makeThumbnail(await make())).toBeNull();
  });
});
