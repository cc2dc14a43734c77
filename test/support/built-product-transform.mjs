import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';

/**
 * In place of a module of dist/, one that passes on what Node itself loaded of it. Jest would load the product and
 * its thousands of modules anew for each file of tests; so it is loaded once per Jest worker, as it is in production.
 */
export default {
  async processAsync(_source, file) {
    const names = Object.keys(await import(pathToFileURL(file).href)).filter((name) => name !== 'default');
    const load = `await globalThis.importNatively(${JSON.stringify(file)})`;
    return { code: `export const { ${names.join(', ')} } = ${load};\n` };
  },
  /** The names come from whatever the file passes on, so nothing is kept from one run to the next. */
  getCacheKey(_source, file) {
    return createHash('sha256')
      .update(`${file} ${process.ppid} ${process.pid} ${performance.timeOrigin}`)
      .digest('hex')
      .slice(0, 32);
  },
};
