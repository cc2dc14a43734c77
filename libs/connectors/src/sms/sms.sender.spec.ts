import { describe, expect, it } from '@jest/globals';
import { smsReplies } from './sms.replies.js';
import { senderOf } from './sms.sender.js';

describe('the sender of an SMS', () => {
  it.each([
    ['081234567890', undefined],
    ['6281234567890', undefined],
    ['+6281234567890', undefined],
    ['006281234567890', undefined],
    ['81234567890', undefined],
    ['6281234567890', 1],
    ['81234567890', 2],
    ['+62 812-3456-7890', undefined],
  ])('is the same phone when it is written %s (TON %p)', (address, ton) => {
    expect(senderOf(address, ton)).toEqual({ externalId: '+6281234567890', phone: '+6281234567890' });
  });

  it('may be from abroad', () => {
    expect(senderOf('60123456789', 1).phone).toBe('+60123456789');
    expect(senderOf('+60123456789').phone).toBe('+60123456789');
  });

  it('may be a fixed line', () => {
    expect(senderOf('0549123456').phone).toBe('+62549123456');
  });

  it.each([
    ['PLN', undefined],
    ['1708', undefined],
    ['98108', 0],
    ['6281234567890', 5],
  ])('is kept as it is when it is a name or a short code: %s', (address, ton) => {
    expect(senderOf(address, ton)).toEqual({ externalId: address, displayName: address });
  });

  it('is answered when it is a phone, and the reason is told when it is none', () => {
    const target = (externalId: string) => ({
      conversation: { externalId, kind: 'private' as const },
      inReplyTo: { externalId: '1', sentAt: new Date() },
      recipient: { externalId },
    });
    expect(smsReplies.availability(target('+6281234567890'), new Date())).toMatchObject({ isAllowed: true });
    expect(smsReplies.availability(target('PLN'), new Date())).toMatchObject({
      isAllowed: false,
      reason: { id: expect.stringContaining('"PLN"') },
    });
  });
});
