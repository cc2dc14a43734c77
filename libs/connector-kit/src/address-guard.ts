import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Azure's metadata service answers on an address that is public by its range. */
const METADATA_ADDRESSES = new Set(['168.63.129.16']);

/** Thrown while connecting, so nothing has been sent. */
export class PrivateAddressError extends Error {
  readonly code = 'WADAH_PRIVATE_ADDRESS';
}

/**
 * Whether an address belongs to the open internet: not private, loopback, link-local, carrier-grade NAT, multicast,
 * reserved, tunnelled (6to4, Teredo, NAT64) or a cloud's metadata service.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' && !METADATA_ADDRESSES.has(parsed.toString());
}

/**
 * A `lookup` for sockets that yields public addresses only. The socket connects to what this returns and asks no
 * second time, so a name that changes its answer between check and use gains nothing.
 */
export function publicOnlyLookup(resolve: LookupFunction = systemLookup as LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const addresses = (found as unknown as LookupAddress[]).filter(({ address }) =>
        isPublicAddress(address),
      );
      const first = addresses[0];
      if (!first) return callback(new PrivateAddressError(`${hostname} has no public address`), '', 0);
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}
