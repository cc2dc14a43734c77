import { pathToFileURL } from 'node:url';
import { TestEnvironment } from 'jest-environment-node';

/** Errors are recognised by these on both sides. */
const SHARED = { Error, RangeError, SyntaxError, TypeError };

/**
 * Node's own modules for tests of the built product: what one file of tests has loaded, the next one of the same
 * Jest worker finds loaded (see built-product-transform.mjs).
 */
export default class BuiltProductEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, SHARED);
    // The product reads its settings from the real environment, and hears the signals of the real process.
    this.global.process.env = process.env;
    this.global.process.emit = (...signal) => process.emit(...signal);
    this.global.importNatively = (file) => import(pathToFileURL(file).href);
  }
}
