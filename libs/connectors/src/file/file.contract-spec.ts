import { readFileSync } from 'node:fs';
import { describeConnectorContract } from '@app/connector-kit/contract';
import type { EventUnderTest } from '@app/connector-kit/testing';
import { fileConnector } from './file.connector.js';

const event = (name: string, externalId: string, kind = 'row'): EventUnderTest => ({
  kind,
  externalId,
  payload: JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as unknown,
});

const RECEIVED = '2026-01-05T01:00:00.000Z';
const LATER_TEXT = 'Jalan rusak\n\nBerlubang sejak Senin.\n\nLokasi: Kec. Contoh';

describeConnectorContract({
  connector: fileConnector,
  settings: () => ({}),
  secrets: [],
  recordings: {
    'a row with everything': {
      event: event('row-with-everything', '1234567'),
      expected: {
        kind: 'message',
        message: {
          externalId: '1234567',
          conversation: { externalId: '1234567', kind: 'form' },
          author: {
            externalId: 'handle:sari_contoh',
            displayName: 'Sari Contoh',
            handle: 'sari_contoh',
            phone: '0812-0000-0001',
          },
          sentAt: '2026-11-24T02:15:00.000Z',
          text: 'Lampu padam\n\nLampu jalan padam sejak Senin.\n\nLokasi: Desa Contoh',
          attachments: [],
          location: { latitude: 0.4915, longitude: 117.54, label: 'Desa Contoh' },
          permalink: 'https://contoh.example/laporan/1',
        },
      },
    },
    'a row of a chat, whose time nobody can read': {
      event: event('row-of-a-chat', 'sha256:1#1'),
      expected: {
        kind: 'message',
        message: {
          externalId: 'sha256:1#1',
          conversation: { externalId: 'T-1', kind: 'private' },
          author: { externalId: 'conversation:T-1' },
          sentAt: '1970-01-01T00:00:00.000Z',
          text: 'Airnya masih keruh',
          attachments: [],
        },
      },
    },
    'a row that a later export has with other values': {
      event: {
        ...event('row-of-a-later-export', '1234567#2', 'row-version'),
        receivedAt: new Date(RECEIVED),
      },
      expected: {
        kind: 'edit',
        messageExternalId: '1234567',
        editedAt: RECEIVED,
        text: LATER_TEXT,
        attachments: [],
        message: {
          externalId: '1234567',
          conversation: { externalId: '1234567', kind: 'form' },
          author: { externalId: 'row:1234567', displayName: 'Anonim', isAnonymous: true },
          sentAt: '2026-01-03T02:15:00.000Z',
          text: LATER_TEXT,
          attachments: [],
        },
      },
    },
  },
  unrecognised: {
    'a row without a text': event('row-without-text', '3'),
    'an event of a kind that is new': event('row-with-everything', '1', 'sheet'),
    'something that is no row': { kind: 'row', externalId: '1', payload: { halo: true } },
  },
});
