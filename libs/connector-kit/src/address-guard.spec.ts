import { describe, expect, it } from '@jest/globals';
import type { LookupFunction } from 'node:net';
import { isPublicAddress, publicOnlyLookup } from './address-guard.js';

describe('isPublicAddress', () => {
  it.each(['1.1.1.1', '149.154.167.220', '2001:67c:4e8:f004::9', '::ffff:8.8.8.8'])(
    'lets %s pass',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback', '::1'],
    ['loopback in IPv6 clothes', '::ffff:127.0.0.1'],
    ['private', '10.0.0.5'],
    ['private', '172.16.3.4'],
    ['private', '192.168.1.1'],
    ['unique local', 'fd00:ec2::254'],
    ['link-local metadata', '169.254.169.254'],
    ['link-local', 'fe80::1'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['metadata of Alibaba', '100.100.100.200'],
    ['metadata of Azure', '168.63.129.16'],
    ['unspecified', '0.0.0.0'],
    ['unspecified', '::'],
    ['multicast', '224.0.0.1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['6to4', '2002:7f00:1::'],
    ['not an address', 'localhost'],
  ])('refuses %s: %s', (_name, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('publicOnlyLookup', () => {
  const resolving = (...addresses: string[]): LookupFunction =>
    publicOnlyLookup((_hostname, _options, callback) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      ),
    );

  it('drops the private addresses of a name that has both', () => {
    const found: unknown[] = [];
    resolving('127.0.0.1', '8.8.8.8')('both.example', { all: true }, (...answer) => found.push(answer));
    expect(found).toEqual([[null, [{ address: '8.8.8.8', family: 4 }]]]);
  });

  it('gives a single address to a caller that wants one', () => {
    const found: unknown[] = [];
    resolving('10.0.0.1', '8.8.8.8')('one.example', {}, (...answer) => found.push(answer));
    expect(found).toEqual([[null, '8.8.8.8', 4]]);
  });

  it('fails for a name with private addresses only', () => {
    const found: unknown[] = [];
    resolving('10.0.0.1')('inside.example', { all: true }, (error) => found.push(error));
    expect(found).toEqual([expect.objectContaining({ code: 'WADAH_PRIVATE_ADDRESS' })]);
  });
});
