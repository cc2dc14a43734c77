import { describe, expect, it } from '@jest/globals';
import { isAllowedType, isShowable, sniffType } from './media-type.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('what a file is', () => {
  it.each([
    ['a photo', bytes('\xff\xd8\xff\xe0\0\x10JFIF\0'), 'image/jpeg', true],
    ['a PDF', bytes('%PDF-1.7\n'), 'application/pdf', true],
    ['a note', Buffer.from('Lampu padam, mohon dicek ✓'), 'text/plain', true],
    ['a Windows program', bytes('MZ\x90\0'), 'application/x-msdownload', false],
    ['a web page', Buffer.from('\n<!DOCTYPE html><script>alert(1)</script>'), 'text/html', false],
    ['a drawing with scripts', Buffer.from('<svg onload="x()"/>'), 'text/html', false],
    ['a drawing with a header', Buffer.from('<?xml version="1.0"?><svg/>'), 'application/xml', false],
    ['a shell script', Buffer.from('#!/bin/sh\nrm -rf /'), 'text/html', false],
    ['bytes that say nothing', bytes('\x01\x02\x00\xfe'), 'application/octet-stream', false],
  ])('is told by its bytes: %s', async (_name, body, type, isKept) => {
    const found = await sniffType(body);
    expect([found, isAllowedType(found)]).toEqual([type, isKept]);
  });

  it.each(['text/html', 'image/svg+xml', 'application/pdf', 'text/plain', 'application/xml'])(
    'decides that %s is offered for saving, not shown',
    (type) => expect(isShowable(type)).toBe(false),
  );
});
