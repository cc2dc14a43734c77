import type { Reply } from '@app/api-contract';
import { describe, expect, it } from '@jest/globals';
import { emptyDraft, newerDraft, settle, withAttempt } from './draft.js';

const ME = 'me';
const reply = (id: string, text: string, author = ME): Reply => ({
  id,
  text,
  state: 'queued',
  problem: null,
  author: { id: author, name: 'Sari' },
  attempts: 0,
  createdAt: '2026-11-24T01:00:00Z',
  sentAt: null,
  deliveredAt: null,
  readAt: null,
  permalink: null,
  mode: null,
  files: [],
  choices: [],
  isChecking: false,
  mayDecide: false,
  isReturned: false,
  attemptList: [],
});
const written = (text: string) => ({ ...emptyDraft(), text });

describe('a draft after a sending whose outcome is not known', () => {
  it('keeps its key while the answer is not among the report, so that sending again cannot double it', () => {
    const draft = withAttempt(written('Sudah kami cek.'), [reply('1', 'Sudah kami cek.')]);
    const settled = settle(draft, [reply('1', 'Sudah kami cek.')], ME);
    expect(settled).toEqual({ draft, outcome: 'open' });
    expect(withAttempt({ ...draft, text: 'Lain.' }, [])).toMatchObject({
      idempotencyKey: draft.idempotencyKey,
      attempt: { text: 'Lain.', knownReplyIds: ['1'] },
    });
  });

  it('is empty, with a new key, once the answer is there', () => {
    const draft = withAttempt(written(' Sudah\nkami cek. '), []);
    const settled = settle(draft, [reply('2', 'Sudah\nkami cek.')], ME);
    expect(settled.outcome).toBe('sent');
    expect(settled.draft.text).toBe('');
    expect(settled.draft.idempotencyKey).not.toBe(draft.idempotencyKey);
  });

  it('keeps what was changed since, as a new answer, when the earlier text had arrived after all', () => {
    const draft = {
      ...withAttempt(written('Sudah kami cek.'), []),
      text: 'Sudah kami cek, besok diperbaiki.',
    };
    const settled = settle(draft, [reply('2', 'Sudah kami cek.')], ME);
    expect(settled.outcome).toBe('recorded-before');
    expect(settled.draft.text).toBe('Sudah kami cek, besok diperbaiki.');
    expect(settled.draft.idempotencyKey).not.toBe(draft.idempotencyKey);
    expect(settled.draft.attempt).toBeNull();
  });

  it('is settled also where the answer is shown with its personal data masked', () => {
    const draft = withAttempt(written('NIK 6408051505900003 (baru) sudah terdaftar.'), []);
    const masked = (text: string) => settle(draft, [reply('2', text)], ME).outcome;
    expect(masked('NIK [NIK 1] (baru) sudah terdaftar.')).toBe('sent');
    expect(masked('NIK [NIK 1] (baru) belum terdaftar.')).toBe('recorded-before');
  });

  it("is not settled by a colleague's answer", () => {
    const draft = withAttempt(written('Baik.'), []);
    expect(settle(draft, [reply('2', 'Baik.', 'colleague')], ME).outcome).toBe('open');
  });
});

describe('a draft at two desks', () => {
  const at = (minute: number) => `2026-11-26T01:${String(minute).padStart(2, '0')}:00.000Z`;
  const { attempt: _attempt, syncedAt: _syncedAt, ...kept } = written('Dari meja lain');
  const content = { ...kept, files: [], choices: [], template: null, editedAt: at(2) };

  it('is the one that was written at last', () => {
    const here = { ...written('Di sini'), editedAt: at(1) };
    expect(newerDraft(here, content)).toMatchObject({ text: 'Dari meja lain', syncedAt: at(2) });
    expect(newerDraft({ ...here, editedAt: at(3) }, content).text).toBe('Di sini');
  });

  it('is gone when it was sent at the other desk, and not when it never got there', () => {
    const here = { ...written('Di sini'), editedAt: at(1) };
    expect(newerDraft({ ...here, syncedAt: at(1) }, null).text).toBe('');
    expect(newerDraft(here, null).text).toBe('Di sini');
    expect(newerDraft({ ...here, syncedAt: at(0) }, null).text).toBe('Di sini');
  });

  it('stays while it is not known whether it was sent', () => {
    const here = withAttempt({ ...written('Di sini'), editedAt: at(1), syncedAt: at(1) }, []);
    expect(newerDraft(here, content)).toBe(here);
  });
});
