import { describe, expect, it } from '@jest/globals';
import type { Message, ReportDetail } from '@app/api-contract';
import { coordinatesText, pointsOf } from './report-points.js';

const message = (one: Partial<Message>) => ({
  direction: 'inbound',
  attachments: [],
  location: null,
  ...one,
});
const report = (messages: Partial<Message>[], places: object[] = []) =>
  ({ messages: messages.map(message), facts: { places } }) as unknown as ReportDetail;
const PIER = { latitude: 0.512341, longitude: 117.534212 };

describe('the places of a report', () => {
  it('are what was shared, what photos tell and what stands in the text, each once and the surest first', () => {
    const photo = { place: { latitude: -0.5, longitude: 117.1 }, fileName: 'jalan.jpg' };
    const points = pointsOf(
      report(
        [
          { attachments: [photo] as never },
          { location: { ...PIER, label: 'Dermaga' } },
          { location: { latitude: 0.5123411, longitude: 117.5342119, label: null } },
        ],
        [
          { latitude: -0.5, longitude: 117.1 },
          { latitude: 1.25, longitude: 117.75 },
          { latitude: null, longitude: null },
        ],
      ),
    );
    expect(points).toEqual([
      { ...PIER, source: 'shared', label: 'Dermaga' },
      { ...photo.place, source: 'photo', label: 'jalan.jpg' },
      { latitude: 1.25, longitude: 117.75, source: 'text', label: null },
    ]);
  });

  it('leave out where the office itself was', () => {
    expect(pointsOf(report([{ direction: 'outbound', location: { ...PIER, label: null } }]))).toEqual([]);
  });

  it('are copied as other programs read them', () => {
    expect(coordinatesText(PIER)).toBe('0.512341, 117.534212');
    expect(coordinatesText({ latitude: -0.1 + 1e-9, longitude: 117 })).toBe('-0.1, 117');
  });
});
