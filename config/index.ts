export * from './child-process.js';
export * from './environment.js';
export * from './paths.js';
export * from './secret-key.js';
