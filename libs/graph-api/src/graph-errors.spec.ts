import { describe, expect, it } from '@jest/globals';
import { explainRefusal, readRefusal, type GraphOperation } from './graph-errors.js';

const NOW = new Date('2026-11-24T02:00:00.000Z');
const explain = (
  error: object,
  operation: GraphOperation = 'read',
  { status = 400, headers = {} }: { status?: number; headers?: Record<string, string | undefined> } = {},
) => explainRefusal({ status, headers, refusal: readRefusal({ error }) }, operation, NOW);

describe('an error of the Graph API', () => {
  it.each([
    [{ code: 190, error_subcode: 460 }, 'credentials-rejected', 'credentials-rejected'],
    [{ code: 0 }, 'credentials-rejected', 'credentials-rejected'],
    [{ code: 4 }, 'rate-limited', 'rate-limited'],
    [{ code: 17 }, 'rate-limited', 'rate-limited'],
    [{ code: 32 }, 'rate-limited', 'rate-limited'],
    [{ code: 613 }, 'rate-limited', 'rate-limited'],
    [{ code: 80001 }, 'rate-limited', 'rate-limited'],
    [{ code: 80002 }, 'rate-limited', 'rate-limited'],
    [{ code: 80006 }, 'rate-limited', 'rate-limited'],
    [{ code: 80007 }, 'rate-limited', 'rate-limited'],
    [{ code: 130429 }, 'rate-limited', 'rate-limited'],
    [{ code: 131056 }, 'rate-limited', 'rate-limited'],
    [{ code: 10 }, 'permission-missing', 'permission-missing'],
    [{ code: 10, error_subcode: 2018278 }, 'reply-refused', 'reply-refused'],
    [{ code: 10, error_subcode: 1893063 }, 'permission-missing', 'permission-missing'],
    [{ code: 200 }, 'permission-missing', 'permission-missing'],
    [{ code: 299 }, 'permission-missing', 'permission-missing'],
    [{ code: 368 }, 'permission-missing', 'permission-missing'],
    [{ code: 131031 }, 'permission-missing', 'permission-missing'],
    [{ code: 551 }, 'reply-refused', 'reply-refused'],
    [{ code: 100 }, 'permission-missing', 'reply-refused'],
    // Meta says itself that it does not know what happened: a second sending could be a second message.
    [{ code: 1 }, 'transient', 'outcome-unknown'],
    [{ code: 2 }, 'transient', 'outcome-unknown'],
    [{ code: '190' }, 'credentials-rejected', 'credentials-rejected'],
  ])('%j is %s to a read and %s to a send', (error, read, send) => {
    expect(explain(error, 'read').code).toBe(read);
    expect(explain(error, 'send').code).toBe(send);
  });

  it.each([
    [401, 'credentials-rejected', 'credentials-rejected'],
    [403, 'permission-missing', 'reply-refused'],
    [429, 'rate-limited', 'rate-limited'],
    [500, 'transient', 'outcome-unknown'],
    [404, 'permission-missing', 'reply-refused'],
  ])('without a code is told by the status %i', (status, read, send) => {
    expect(explain({}, 'read', { status }).code).toBe(read);
    expect(explain({}, 'send', { status }).code).toBe(send);
  });

  it('waits as long as the headers say, the longest of all', () => {
    const usage = (minutes: number) => ({
      type: 'messaging',
      call_count: 100,
      estimated_time_to_regain_access: minutes,
    });
    const headers = {
      'x-business-use-case-usage': JSON.stringify({ 1: [usage(3), usage(12)], 2: [usage(0)] }),
      'x-app-usage': JSON.stringify({ call_count: 100, total_time: 25 }),
    };
    expect(explain({ code: 80007 }, 'read', { headers }).until).toEqual(new Date('2026-11-24T02:12:00.000Z'));
  });

  it.each([{}, { 'x-app-usage': 'rusak' }, { 'x-business-use-case-usage': '{"1":"penuh"}' }])(
    'waits a usual time when the headers say nothing: %j',
    (headers) => {
      expect(explain({ code: 131056 }, 'send', { headers }).until).toEqual(
        new Date('2026-11-24T02:00:06.000Z'),
      );
      expect(explain({ code: 4 }, 'read', { headers }).until).toEqual(new Date('2026-11-24T02:05:00.000Z'));
    },
  );

  it('says so when app secret and token do not belong together', () => {
    const message = 'Invalid appsecret_proof provided in the API argument';
    const error = explain({ code: 100, message });
    expect([error.code, error.message]).toEqual([
      'credentials-rejected',
      expect.stringContaining('app secret'),
    ]);
  });

  it('does not repeat tokens and telephone numbers in Meta’s words', () => {
    const token = `EAAG${'x9'.repeat(40)}`;
    expect(explain({ code: 190, message: `Malformed access token ${token}` }).message).not.toContain(token);
    expect(explain({ code: 7777, message: `Token ${token} for +62 812-3456-7890` }).message).not.toMatch(
      /x9x9|3456/,
    );
  });

  it('takes the details where Meta gives them', () => {
    const error = {
      code: 100,
      message: '(#100) Invalid parameter',
      error_data: { details: 'text is too long' },
    };
    expect(explain(error, 'send').message).toContain('(100: text is too long)');
  });
});
