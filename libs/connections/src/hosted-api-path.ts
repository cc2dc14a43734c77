import type { ConnectorRegistry } from '@app/connector-kit';
import type { ConnectionRow } from '@app/database';

/** Where a connection's interface lies, e.g. `/open-standard/0198…`. */
export function hostedApiPath({ channel, id }: Pick<ConnectionRow, 'channel' | 'id'>): string {
  return `/${channel}/${id}`;
}

/** What such addresses begin with. */
export function hostedApiPrefixes(registry: ConnectorRegistry): string[] {
  return registry.all().flatMap(({ api, descriptor }) => (api ? [`/${descriptor.code}/`] : []));
}
