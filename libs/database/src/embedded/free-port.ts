import net from 'node:net';

/** @returns whether a server could listen there now */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return tryListening(port, host).then(
    () => true,
    () => false,
  );
}

/** @returns a port that nobody listens on; another process may still take it before its use */
export function findFreePort(host = '127.0.0.1'): Promise<number> {
  return tryListening(0, host);
}

function tryListening(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
