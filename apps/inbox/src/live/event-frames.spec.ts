import { describe, expect, it } from '@jest/globals';
import { EventFrames } from './event-frames.js';

describe('EventFrames', () => {
  it('reads events however the network cuts them', () => {
    const whole = 'retry: 2000\n\nid: 6\n\nevent: change\nid: 7\ndata: {"a":1}\n\n: heartbeat\nid: 9\n\n';
    for (let cut = 0; cut <= whole.length; cut++) {
      const frames = new EventFrames();
      const events = [...frames.read(whole.slice(0, cut)), ...frames.read(whole.slice(cut))];
      expect(events).toEqual([{ name: 'change', data: '{"a":1}' }]);
      expect(frames.lastEventId).toBe('9');
    }
  });

  it('keeps the position of a frame that never arrived whole out of the next request', () => {
    const frames = new EventFrames();
    frames.read('event: change\nid: 7\ndata: {}\n\nevent: change\nid: 8\ndata: {');
    frames.startOver();
    expect(frames.lastEventId).toBe('7');
    expect(frames.read('data: x\n\n')).toEqual([{ name: 'message', data: 'x' }]);
    expect(frames.lastEventId).toBe('7');
  });
});
