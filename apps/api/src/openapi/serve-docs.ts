import { createRequire } from 'node:module';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

const ASSETS = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Wadah API</title>
    <link rel="stylesheet" href="swagger-ui.css" />
    <link rel="icon" href="favicon-32x32.png" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="swagger-ui-bundle.js"></script>
    <script src="start.js"></script>
  </body>
</html>
`;

/** A file of its own, since the security policy allows no script inside a page. */
const START = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#swagger-ui', deepLinking: true });\n`;

/** `/api/docs/`: the API's reference from files of our own, so that it works without the internet. */
export async function serveDocs(app: NestFastifyApplication): Promise<void> {
  const instance: FastifyInstance = app.getHttpAdapter().getInstance();
  const root = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  await instance.register(
    async (scope) => {
      await scope.register(fastifyStatic, {
        root,
        allowedPath: (file) => ASSETS.includes(file.replace(/^\//, '')),
        index: false,
        maxAge: '1h',
      });
      scope.get('/', (_, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
      scope.get('/start.js', (_, reply) => reply.type('text/javascript; charset=utf-8').send(START));
    },
    { prefix: '/api/docs' },
  );
}
