import { lookup } from 'node:dns/promises';
import { isPublicAddress } from './address-guard.js';
import { ConnectorError } from './errors.js';

/**
 * The address behind a name, for protocols that do not go through the HTTP client. Connect to what this returns (and
 * check the certificate against the name): a second look-up could answer otherwise.
 * @throws ConnectorError see `ConnectorContext.resolveHost`
 */
export async function resolveHost(hostname: string, allowsPrivateAddresses: boolean): Promise<string> {
  const found = await lookup(hostname, { all: true }).catch((cause: unknown) => {
    throw new ConnectorError('transient', `The name ${hostname} could not be resolved`, { cause });
  });
  const usable = found.find(({ address }) => allowsPrivateAddresses || isPublicAddress(address));
  if (!usable) {
    throw new ConnectorError(
      'permission-missing',
      `${hostname} is a private address; an operator must allow them (WADAH_ALLOW_PRIVATE_ADDRESSES)`,
    );
  }
  return usable.address;
}
