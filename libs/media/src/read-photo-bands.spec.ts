import { photoDistance } from '@app/triage';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { scene } from '../../../test/support/pictures.js';
import { readPhotoBands } from './read-photo-bands.js';

describe('readPhotoBands', () => {
  it('knows a picture again in another size, compression and brightness', async () => {
    const original = await readPhotoBands(await scene(7).png().toBuffer());
    const forwarded = await readPhotoBands(
      await scene(7).resize(320).modulate({ brightness: 1.1 }).jpeg({ quality: 40 }).toBuffer(),
    );
    expect(photoDistance(original, forwarded)).toBeLessThanOrEqual(10);
    expect(forwarded.some((band) => original.includes(band))).toBe(true);
  });

  it('tells other pictures apart', async () => {
    const bands = await Promise.all(
      [3, 7, 11, 13].map(async (seed) => readPhotoBands(await scene(seed).png().toBuffer())),
    );
    bands.forEach((one, index) => {
      for (const other of bands.slice(index + 1)) expect(photoDistance(one, other)).toBeGreaterThan(20);
    });
  });

  it('has nothing to tell a plain surface by, nor what is no picture', async () => {
    const black = sharp({ create: { width: 50, height: 50, channels: 3, background: '#111' } });
    expect(await readPhotoBands(await black.png().toBuffer())).toEqual([]);
    expect(await readPhotoBands(Buffer.from('no picture'))).toEqual([]);
  });
});
