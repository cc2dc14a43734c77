import { describe, expect, it } from '@jest/globals';
import { forgetDrafts, keepDraft, noteSynced, readDraft, unsyncedDrafts } from './draft-store.js';
import { emptyDraft } from './draft.js';

/** As a browser's, in memory; `limit`: how many characters it takes. */
function storage(limit = Infinity): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => {
      if (value.length > limit) throw new DOMException('full', 'QuotaExceededError');
      items.set(name, value);
    },
    removeItem: (name) => void items.delete(name),
    clear: () => items.clear(),
  };
}

describe('drafts in the browser', () => {
  it('come back with their key and their attempt, for the same person and report only', () => {
    const browser = storage();
    const draft = { ...emptyDraft(), text: 'Baik', attempt: { text: 'Baik', knownReplyIds: ['1'] } };
    expect(keepDraft(browser, 'sari', 'report-1', draft)).toBe(true);
    expect(readDraft(browser, 'sari', 'report-1')).toEqual(draft);
    expect(readDraft(browser, 'budi', 'report-1').text).toBe('');
    expect(readDraft(browser, 'sari', 'report-2').text).toBe('');
  });

  it('keep files and choices, also without a word', () => {
    const browser = storage();
    const file = {
      id: 'f',
      fileName: 'denah.pdf',
      mimeType: 'application/pdf',
      sizeBytes: 9,
      hasThumbnail: false,
    };
    const draft = { ...emptyDraft(), files: [file], mode: 'private' as const };
    keepDraft(browser, 'sari', 'report-1', draft);
    expect(readDraft(browser, 'sari', 'report-1')).toEqual(draft);
  });

  it('leave nothing behind once they are empty', () => {
    const browser = storage();
    keepDraft(browser, 'sari', 'report-1', { ...emptyDraft(), text: 'Baik' });
    keepDraft(browser, 'sari', 'report-1', emptyDraft());
    expect(browser.length).toBe(0);
  });

  it('tell when the browser does not keep them, and begin empty when what it kept cannot be read', () => {
    expect(keepDraft(storage(5), 'sari', 'report-1', { ...emptyDraft(), text: 'Baik' })).toBe(false);
    const browser = storage();
    browser.setItem('wadah.draft.sari.report-1', '{"text":');
    expect(readDraft(browser, 'sari', 'report-1')).toMatchObject({ text: '', attempt: null });
  });

  it('are told apart by whether the server has the latest of them', () => {
    const browser = storage();
    const draft = { ...emptyDraft(), text: 'Baik', editedAt: '2026-11-27T01:00:00.000Z' };
    keepDraft(browser, 'sari', 'report-1', draft);
    keepDraft(browser, 'budi', 'report-1', draft);
    keepDraft(browser, 'sari', 'report-2', { ...draft, syncedAt: draft.editedAt });
    browser.setItem('wadah.draft.sari.incident-1', '{"text":"Baik","idempotencyKey":"1"}');
    expect(unsyncedDrafts(browser, 'sari').map(({ reportId }) => reportId)).toEqual(['report-1']);
    noteSynced(browser, 'sari', 'report-1', draft.editedAt);
    expect(unsyncedDrafts(browser, 'sari')).toEqual([]);
  });

  it('are gone after signing out, and nothing else is', () => {
    const browser = storage();
    browser.setItem('wadah.language', 'en');
    for (const report of ['report-1', 'report-2']) {
      keepDraft(browser, 'sari', report, { ...emptyDraft(), text: 'NIK warga itu' });
    }
    forgetDrafts(browser);
    expect([browser.length, browser.key(0)]).toEqual([1, 'wadah.language']);
  });
});
