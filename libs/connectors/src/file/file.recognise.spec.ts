import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { formatNamed, recogniseFormat } from './file.recognise.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wadah-format-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

it.each([
  ['a.txt', 'isi;nama\r\nJalan rusak;Sari', 'csv'],
  ['a.json', '{"isi": "Jalan rusak"}', 'jsonl'],
  ['a.txt', '24/11/26 10.15 - Sari: Jalan rusak', 'whatsapp'],
  ['_chat.csv', '\ufeff[24/11/2026, 10:15:00 AM] Sari: Jalan rusak', 'whatsapp'],
  [
    'result.json',
    '{\n "name": "RT 05",\n "type": "private_supergroup",\n "id": 19,\n "messages": [',
    'telegram',
  ],
  ['result.json', '{\n "about": "Here is the data you requested from Telegram",', 'telegram'],
  ['Inbox', 'From - Tue Nov 24 10:15:00 2026\r\nSubject: Jalan rusak', 'mbox'],
  ['a.csv', 'tanggal,isi\r\n24/11/26 10.15,Jalan rusak', 'csv'],
])('%s is told by its content, then by its name: %j is %s', async (name, content, format) => {
  const file = path.join(folder, name);
  await writeFile(file, content);
  expect(await recogniseFormat(file)).toBe(format);
});

it('a format that there is not is refused with those that there are', () => {
  expect(formatNamed('mbox')).toBe('mbox');
  expect(() => formatNamed('docx')).toThrow('Jenis "docx" tidak dikenal. Yang ada: csv, jsonl,');
});
