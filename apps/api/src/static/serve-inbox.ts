import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { originOf, ReadMapService } from '@app/region-map';
import type { FastifyInstance, FastifyReply } from 'fastify';

const YEAR_SECONDS = 31_536_000;

/** Serves the built web app under `/inbox/`; addresses of its own pages get its one HTML file. */
export async function serveInbox(app: NestFastifyApplication, folder: string): Promise<void> {
  const instance: FastifyInstance = app.getHttpAdapter().getInstance();
  for (const address of ['/', '/inbox']) instance.get(address, (_, reply) => reply.redirect('/inbox/'));
  if (!existsSync(path.join(folder, 'index.html'))) return;
  const map = app.get(ReadMapService, { strict: false });
  await instance.register(
    async (scope) => {
      await scope.register(fastifyStatic, {
        root: folder,
        cacheControl: false,
        setHeaders: (reply, file) => {
          void reply.header('cache-control', cachingOf(path.relative(folder, file)));
        },
      });
      scope.addHook('onSend', async (request, reply) => {
        if (isPage(request.method, request.url)) await allowTiles(reply, map);
      });
      scope.setNotFoundHandler((request, reply) => {
        if (isPage(request.method, request.url)) return reply.sendFile('index.html');
        return reply.status(404).type('text/plain').send('Not found');
      });
    },
    { prefix: '/inbox' },
  );
}

/** The page may show pictures of the tile server that an admin has set, and of no other. */
async function allowTiles(reply: FastifyReply, map: ReadMapService): Promise<void> {
  // Without the database there is no map either: the page says what is wrong.
  const tiles = await map.tiles().catch(() => null);
  const policy = reply.getHeader('content-security-policy');
  if (tiles && typeof policy === 'string') {
    void reply.header('content-security-policy', policy.replace('img-src ', `img-src ${originOf(tiles)} `));
  }
}

/** Vite puts a hash of the content into the names below `assets/`. */
export function cachingOf(file: string): string {
  return file.startsWith('assets') ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache';
}

/** A page of the app has no file extension: a missing script must not be answered with HTML. */
export function isPage(method: string, url: string): boolean {
  const [address = ''] = url.split('?');
  return (method === 'GET' || method === 'HEAD') && path.posix.extname(address) === '';
}
