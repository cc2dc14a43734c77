import { describe, expect, it } from '@jest/globals';
import { PresenceBoard, SIGN_EVERY_MS } from './presence-board.js';

const sign = (userId: string, activity: 'viewing' | 'writing' | 'away') => ({
  reportId: 'report',
  agencyId: 'dlh',
  userId,
  name: userId,
  activity,
});

describe('who is at a report', () => {
  it('is told when somebody comes, writes or goes, and not with every sign', () => {
    const board = new PresenceBoard();
    expect(board.take(sign('sari', 'viewing'), 0)).toBe(true);
    expect(board.take(sign('sari', 'viewing'), 1)).toBe(false);
    expect(board.take(sign('sari', 'writing'), 2)).toBe(true);
    board.take(sign('budi', 'viewing'), 3);
    expect(board.at('report').people).toEqual([
      { id: 'budi', name: 'budi', activity: 'viewing' },
      { id: 'sari', name: 'sari', activity: 'writing' },
    ]);
    expect(board.take(sign('sari', 'away'), 4)).toBe(true);
    expect(board.take(sign('sari', 'away'), 5)).toBe(false);
    expect(board.at('report').people.map(({ id }) => id)).toEqual(['budi']);
  });

  it('forgets who closed the lid', () => {
    const board = new PresenceBoard();
    board.take(sign('sari', 'viewing'), 0);
    expect(board.prune(SIGN_EVERY_MS)).toEqual([]);
    expect(board.prune(3 * SIGN_EVERY_MS)).toEqual([{ reportId: 'report', agencyId: 'dlh' }]);
    expect(board.at('report').people).toEqual([]);
  });
});
