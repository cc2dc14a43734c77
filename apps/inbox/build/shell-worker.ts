import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Loaded when a map is looked at, and kept from then on. */
const LATER = /coast|canvas|shades/;

/** The service worker `sw.js`: it is told the files of this very build, whose names carry their hashes. */
export function shellWorker(source: string): Plugin {
  return {
    name: 'wadah:shell-worker',
    apply: 'build',
    enforce: 'post',
    buildStart() {
      this.emitFile({ type: 'chunk', id: source, fileName: 'sw.js' });
    },
    generateBundle(_, bundle) {
      const worker = bundle['sw.js'];
      const page = bundle['index.html'];
      if (worker?.type !== 'chunk' || page?.type !== 'asset') throw new Error('The screens were not built');
      const names = Object.keys(bundle).filter(
        (name) => /^assets\/.*\.(js|css)$/.test(name) && !LATER.test(name),
      );
      const files = names.toSorted().map((name) => `/inbox/${name}`);
      const version = createHash('sha256')
        .update(files.join())
        .update(String(page.source))
        .digest('hex')
        .slice(0, 12);
      worker.code = worker.code.replace(
        /(["'`])__SHELL__\1/,
        JSON.stringify(JSON.stringify({ version, files })),
      );
    },
  };
}
