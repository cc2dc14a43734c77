import { pathToFileURL } from 'node:url';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Node's own modules for tests of the built product: what one file of tests has loaded, the next one of the same
 * Jest worker finds loaded (see built-product-transform.mjs).
 */
export default class BuiltProductEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    // The product reads its settings from the real one.
    this.global.process.env = process.env;
    this.global.importNatively = (file) => import(pathToFileURL(file).href);
  }
}
