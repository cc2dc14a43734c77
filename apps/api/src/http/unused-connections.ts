import type { Socket } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Longer than any answer takes; a client that never finishes its request must not hold the stop up. */
const GRACE_MS = 2_000;

/**
 * Browsers open connections before they need them. Node counts such a one as busy until its first request, so a stop
 * would wait for it: these are closed by us, at once. Those that are still busy after {@link GRACE_MS} are cut.
 */
export function closeUnusedConnectionsAtStop(app: NestFastifyApplication): void {
  const instance = app.getHttpAdapter().getInstance();
  const unused = new Set<Socket>();
  instance.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  instance.server.on('request', ({ socket }: { readonly socket: Socket }) => unused.delete(socket));
  instance.addHook('preClose', (done) => {
    for (const socket of unused) socket.destroy();
    setTimeout(() => instance.server.closeAllConnections(), GRACE_MS).unref();
    done();
  });
}
