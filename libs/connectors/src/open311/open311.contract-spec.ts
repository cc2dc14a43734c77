import { readFileSync } from 'node:fs';
import { describeConnectorContract } from '@app/connector-kit/contract';
import type { ApiCall, EventUnderTest } from '@app/connector-kit/testing';
import { open311Connector } from './open311.connector.js';

const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as { token: string };
const event = (name: string, kind = 'request'): EventUnderTest => {
  const payload = fixture(name);
  return { kind, externalId: payload.token, payload };
};
const FIRST = '0f343b0931126a20f133d67c2b018a3b';
const SECOND = '7d865e959b2466918c9863afca942d0f';
const KEY = 'contract-api-key-0001';

const FIELDS = {
  api_key: KEY,
  service_code: 'complaint',
  lat: '37.76524078',
  long: '-122.4212043',
  description: 'A large sinkhole is destroying the street',
};
const post = (changes: Record<string, string> = {}, path = 'v2/requests.xml'): ApiCall => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
  body: new URLSearchParams({ ...FIELDS, ...changes }).toString(),
});
const get = (path: string, query: Record<string, string> = {}): ApiCall => ({ method: 'GET', path, query });

describeConnectorContract({
  connector: open311Connector,
  settings: () => ({ apiKey: KEY, organisation: 'Pemkab Contoh', jurisdictionId: 'city.gov' }),
  secrets: ['apiKey'],
  recordings: {
    'the standard’s example, with everything': {
      event: event('request-of-the-standard'),
      expected: {
        kind: 'message',
        message: {
          externalId: FIRST,
          conversation: { externalId: FIRST, kind: 'public', title: 'Pengaduan' },
          author: {
            externalId: `request:${FIRST}`,
            displayName: 'john smith',
            email: 'smit333@sfgov.example',
            phone: '111111111',
          },
          sentAt: '2026-11-24T02:00:00.000Z',
          text:
            'A large sinkhole is destroying the street\n\nLokasi: 1234 5th street\n' +
            'WHISPAWN: 123456\nWHISDORN: COISL001',
          attachments: [{ kind: 'image', url: 'http://media.example/2002/2212426634_5ed477a060.jpg' }],
          location: { latitude: 37.76524078, longitude: -122.4212043, label: '1234 5th street' },
        },
      },
    },
    'a request of nobody, at an address that only the office’s register knows': {
      event: event('request-with-address-id-only'),
      expected: {
        kind: 'message',
        message: {
          externalId: SECOND,
          conversation: { externalId: SECOND, kind: 'public', title: 'Permintaan informasi' },
          author: { externalId: `request:${SECOND}`, isAnonymous: true },
          sentAt: '2026-11-24T02:00:00.000Z',
          text: 'Kapan jadwal pengangkutan sampah?\n\nID alamat: 545483',
          attachments: [],
        },
      },
    },
  },
  unrecognised: {
    'a request without a description': event('request-without-description'),
    'an event of a kind that is new': event('request-of-the-standard', 'update'),
    'something that is no object': { kind: 'request', externalId: '1', payload: 'halo' },
  },
  api: {
    submission: post(),
    mistakes: {
      'no key': { call: post({ api_key: '' }), status: 403 },
      'another key': { call: post({ api_key: `${KEY}1` }), status: 403 },
      'another jurisdiction': { call: post({ jurisdiction_id: 'town.gov' }), status: 404 },
      'no service': { call: post({ service_code: '' }), status: 400 },
      'a service that there is not': { call: post({ service_code: 'spam' }), status: 400 },
      'no description': { call: post({ description: ' ' }), status: 400 },
      'too long a description': { call: post({ description: 'a'.repeat(4_001) }), status: 400 },
      'half a place': { call: post({ long: '' }), status: 400 },
      'no place': { call: post({ lat: '', long: '' }), status: 400 },
      'a place beyond the pole': { call: post({ lat: '91' }), status: 400 },
      'words for a place': { call: post({ lat: '0x10' }), status: 400 },
      'a file of this machine': { call: post({ media_url: 'file:///etc/passwd' }), status: 400 },
      'half an e-mail address': { call: post({ email: 'sari@' }), status: 400 },
      'another address than that of requests': { call: post({}, 'v2/services.xml'), status: 404 },
      'a body of another type': {
        call: { ...post(), headers: { 'content-type': 'application/json' } },
        status: 400,
      },
      'a service definition of nothing': { call: get('v2/services/099.xml'), status: 404 },
      'a request that there is not': { call: get('v2/requests/A3F-7KMP.json'), status: 404 },
      'a token that there is not': { call: get(`v2/tokens/${FIRST}.json`), status: 404 },
      'a status that the standard does not have': {
        call: get('v2/requests.xml', { status: 'pending' }),
        status: 400,
      },
      'a date without its zone': {
        call: get('v2/requests.xml', { start_date: '2026-11-24T02:00:00' }),
        status: 400,
      },
    },
    readings: {
      discovery: get('discovery.xml'),
      'discovery in JSON': get('discovery.json'),
      services: get('v2/services.xml', { jurisdiction_id: 'city.gov' }),
      'a service definition': get('v2/services/complaint.json'),
      requests: get('v2/requests.xml'),
      'requests, filtered': get('v2/requests.json', {
        status: 'open,closed',
        service_code: 'complaint,other',
        start_date: '2026-11-01T00:00:00Z',
        end_date: '2026-11-24T00:00:00+08:00',
      }),
    },
  },
  replies: {
    reply: {
      conversation: { externalId: FIRST, kind: 'public' },
      inReplyTo: { externalId: FIRST, sentAt: new Date('2026-11-24T02:00:00Z') },
      recipient: { externalId: `request:${FIRST}` },
      text: 'Terima kasih, tim kami menutup lubangnya besok.',
      idempotencyKey: 'contract-1',
    },
    accepted: { answers: { status: 404 }, externalId: 'contract-1' },
  },
});
