import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Sources of the product that are built as modules; what exists for tests alone is not. */
const BUILT = /^(?:libs|config|apps\/(?!inbox\/)[^/]+)\/(?!.*(?:\/testing\/|\/fixtures\/|spec\.ts$)).*\.ts$/;

/** In place of a source of the product, what was built of it; see built-product-transform.mjs. */
export function sync(request, options) {
  const found = options.defaultResolver(request, options);
  const source = path.relative(ROOT, found);
  if (!BUILT.test(source)) return found;
  const built = path.join(ROOT, 'dist', source.replace(/\.ts$/, '.js'));
  return existsSync(built) ? built : found;
}
