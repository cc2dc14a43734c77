import type { IncidentRecipient } from '@app/api-contract';
import { describe, expect, it } from '@jest/globals';
import { summary } from '../reports/testing/summary.js';
import { faultOf, isTicked, newsBetween } from './recipients.js';

const options = {
  isAllowed: true,
  isPublic: false,
  needsTemplate: false,
  needsApproval: false,
  maxTextLength: 20,
  lengthUnit: 'utf16',
  privateLimit: null,
  modes: [],
} as unknown as IncidentRecipient['options'];

function recipient(part: Partial<IncidentRecipient> = {}): IncidentRecipient {
  const lastMessage = { id: 'm1', text: 'Pipa pecah' };
  return {
    report: summary(),
    options,
    isAnonymous: false,
    isAnswered: false,
    lastAnswer: null,
    lastMessage,
    ...part,
  };
}
const { id } = summary();
const answered = recipient({
  isAnswered: true,
  lastAnswer: { id: 'a1', at: '2026-11-27T01:00:00.000Z', authorName: 'Dewi', text: 'Sedang diperbaiki.' },
});

describe('who an answer to all goes to', () => {
  it('is not who was answered already, until they are ticked', () => {
    expect(isTicked(recipient(), {})).toBe(true);
    expect(isTicked(answered, {})).toBe(false);
    expect(isTicked(answered, { [id]: true })).toBe(true);
    const closed = { ...options, isAllowed: false };
    expect(isTicked(recipient({ options: closed }), { [id]: true })).toBe(false);
  });

  it('is told with what others did since, and not with what the system did', () => {
    const wrote = recipient({ lastMessage: { id: 'm2', text: 'Tambah parah' } });
    expect(newsBetween([recipient()], [answered])).toEqual({ [id]: 'answered' });
    expect(newsBetween([recipient()], [wrote])).toEqual({ [id]: 'wrote' });
    const delivered = { ...answered, report: summary({ version: 9 }) };
    expect(newsBetween([answered], [delivered])).toEqual({});
    expect(newsBetween([recipient()], [answered], new Set([id]))).toEqual({});
  });

  it('is nobody whose text is too long or has a mark left', () => {
    expect(faultOf(recipient(), 'Yth. {nama}').unfilled).toEqual(['{nama}']);
    expect(faultOf(recipient(), 'x'.repeat(21)).isTooLong).toBe(true);
    expect(faultOf(recipient(), 'Baik.')).toMatchObject({ isTooLong: false, unfilled: [] });
  });
});
