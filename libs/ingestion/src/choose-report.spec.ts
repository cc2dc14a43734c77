import { describe, expect, it } from '@jest/globals';
import { chooseReport, type ReportCandidate, type ThreadingQuestion } from './choose-report.js';

const SENT = new Date('2026-11-24T02:00:00Z');
const report = (id: string, more: Partial<ReportCandidate> = {}): ReportCandidate => ({
  id,
  contactId: 'sari',
  status: 'new',
  lastMessageAt: SENT,
  ...more,
});
const where = (question: Partial<ThreadingQuestion>) =>
  chooseReport({
    contactId: 'sari',
    sentAt: SENT,
    conversationKind: 'private',
    joinWindowMs: 60_000,
    ...question,
  });

describe('where a message belongs', () => {
  it('is the report whose ticket code stands in it, when it is of the same person', () => {
    expect(where({ mentioned: report('a') })).toEqual({ kind: 'join', reportId: 'a', reopen: false });
    expect(where({ mentioned: report('a', { contactId: 'budi' }) })).toEqual({ kind: 'new' });
  });

  it('is the report that it answers rather than the one whose code it holds', () => {
    const answer = where({ repliedTo: report('a', { status: 'closed' }), mentioned: report('b') });
    expect(answer).toEqual({ kind: 'join', reportId: 'a', reopen: true });
  });

  it('is a report of its own when it begins a new matter in an old conversation', () => {
    expect(where({ newest: report('a') })).toMatchObject({ kind: 'join', reportId: 'a' });
    expect(where({ newest: report('a'), startsNewMatter: true })).toEqual({ kind: 'new' });
  });
});
